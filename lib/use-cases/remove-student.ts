import { err, ok, type Result } from '@/lib/core/result'
import type { Deps, StaffViewer } from './deps'
import type { RemovalMode } from './export-store'

export type RemovalError =
  | { readonly kind: 'not-found' }
  /** An attempt is open: it has to be closed first. */
  | { readonly kind: 'working' }
  /** The name that was typed is not the student's. */
  | { readonly kind: 'name-differs' }
  | { readonly kind: 'yourself' }

/**
 * Takes a student out of a course for good, on request: an instructor of the course or an administrator, who types the
 * student's name to show that they mean this one.
 */
export async function removeStudent(
  deps: Deps,
  input: { courseId: string; userId: string; viewer: StaffViewer; mode: RemovalMode; typedName: string },
): Promise<Result<null, RemovalError>> {
  const { courseId, userId, viewer, mode, typedName } = input
  const student = await deps.exports.findStudent({ courseId, userId, viewer })
  if (!student) return err({ kind: 'not-found' })
  if (userId === viewer.id) return err({ kind: 'yourself' })
  const plain = (text: string) => text.normalize('NFC').trim().replace(/\s+/g, ' ')
  if (plain(typedName) !== plain(student.name)) return err({ kind: 'name-differs' })
  const removed = await deps.exports.removeStudent({
    courseId,
    userId,
    mode,
    byId: viewer.id,
    now: deps.clock.now(),
  })
  return removed ? ok(null) : err({ kind: 'working' })
}
