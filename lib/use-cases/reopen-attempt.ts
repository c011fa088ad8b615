import { err, ok, type Result } from '@/lib/core/result'
import type { Deps, StaffViewer } from './deps'

export type ReopenError = { readonly kind: 'not-found' | 'open' }

/** An instructor opens a closed attempt again for so many minutes from now. */
export async function reopenAttempt(
  deps: Deps,
  { attemptId, viewer, minutes }: { attemptId: string; viewer: StaffViewer; minutes: number },
): Promise<Result<{ until: Date }, ReopenError>> {
  const now = deps.clock.now()
  const until = new Date(now.getTime() + minutes * 60_000)
  const outcome = await deps.reviews.reopen({ attemptId, viewer, now, until })
  return outcome === 'reopened' ? ok({ until }) : err({ kind: outcome })
}
