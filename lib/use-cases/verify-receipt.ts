import type { Localized } from '@/lib/core/localized'
import { readReceiptCode, revisionText } from '@/lib/exam/receipt'
import type { Deps, StaffViewer, StoredReceipt } from './deps'

export type ReceiptVerdict =
  /** Not a code at all: too short, or with signs that no code has. */
  | { readonly kind: 'unreadable' }
  /** No receipt of the viewer's own or of a course they teach has this code. */
  | { readonly kind: 'unknown' }
  | {
      readonly kind: 'valid' | 'altered'
      readonly code: string
      readonly attemptId: string
      readonly number: number
      readonly examTitle: Localized
      readonly studentName: string
      /** Whether it is the viewer's own. */
      readonly own: boolean
      readonly closedAt: Date
      /** Saved revisions that the receipt covers. */
      readonly revisions: number
    }

/**
 * Recomputes the chain of hashes from the stored revisions and the code from the chain. valid: what is stored is what
 * was handed in; altered: it is not.
 */
export async function verifyReceipt(
  deps: Deps,
  input: { code: string; viewer: StaffViewer },
): Promise<ReceiptVerdict> {
  const code = readReceiptCode(input.code)
  if (code === null) return { kind: 'unreadable' }
  const stored = await deps.attempts.findReceipt({ code, viewer: input.viewer })
  if (!stored) return { kind: 'unknown' }
  const { attemptId, closedAt, items } = stored
  const chains = items.map((item) => recompute(item, deps.hashRevision))
  const intact =
    chains.every((chain) => chain !== null) &&
    deps.signReceipt({ attemptId, closedAt, items: chains.filter((chain) => chain !== null) }) === code
  return {
    kind: intact ? 'valid' : 'altered',
    code,
    attemptId,
    number: stored.number,
    examTitle: stored.examTitle,
    studentName: stored.student.name,
    own: stored.student.id === input.viewer.id,
    closedAt,
    revisions: items.reduce((sum, item) => sum + item.revisions.length, 0),
  }
}

/** The last hash of an item's chain as it follows from the stored rows; null where a row does not fit its hash. */
function recompute(
  { itemId, revisions }: StoredReceipt['items'][number],
  hashRevision: Deps['hashRevision'],
): { itemId: string; revision: number; hash: string } | null {
  let hash = ''
  for (const [i, revision] of revisions.entries()) {
    if (revision.number !== i + 1) return null
    hash = hashRevision(hash, revisionText({ itemId, ...revision }))
    if (hash !== revision.hash) return null
  }
  return { itemId, revision: revisions.length, hash }
}
