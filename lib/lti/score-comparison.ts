import type { Clock } from '@/lib/core/clock'
import type { ServicePlatform } from './access-tokens'
import { type GradeLink, type GradeServices, isSame, RESULT_SCOPE, type Theirs } from './grade-services'
import type { ScoreRow } from './score-delivery'

export interface ComparedRow extends ScoreRow {
  readonly state: string
  readonly deliveredAt: Date | null
}

export interface ComparisonStore {
  /** A link of an exam and what was sent over it; null where it is not there or its platform is off. */
  findForComparison(linkId: string): Promise<{
    readonly link: GradeLink
    readonly platform: ServicePlatform
    readonly rows: readonly ComparedRow[]
  } | null>
  /** Keeps what the platform shows; states only of rows in which nothing has happened since they were read. */
  keepComparison(input: {
    readonly linkId: string
    readonly at: Date
    readonly rows: readonly {
      readonly row: ComparedRow
      readonly theirs: Theirs
      readonly state: string
    }[]
  }): Promise<void>
  keepComparisonError(linkId: string, problem: string): Promise<void>
}

const NONE: Theirs = { score: null, max: 1 }

/** What a row is after the platform's score was read; one that is on its way, or was refused, stays so. */
export function stateAfter(row: ComparedRow, theirs: Theirs): string {
  if (!['delivered', 'confirmed', 'differs'].includes(row.state) || !row.delivered) return row.state
  const { delivered } = row
  // Without a final score of ours, platforms keep the one from before or drop it.
  const fits =
    delivered.given !== null
      ? isSame(theirs, delivered)
      : theirs.score === null || row.sent.some((each) => isSame(theirs, each))
  return fits ? 'confirmed' : 'differs'
}

/** Reads all scores of a link as the platform shows them, and compares them with what was sent. */
export async function compareScores(
  parts: { readonly clock: Clock; readonly store: ComparisonStore; readonly services: GradeServices },
  linkId: string,
): Promise<string | null> {
  const { clock, store, services } = parts
  const found = await store.findForComparison(linkId)
  if (!found) return null
  const { link, platform, rows } = found
  const fail = async (problem: string) => {
    await store.keepComparisonError(linkId, problem)
    return problem
  }
  if (!link.scopes.includes(RESULT_SCOPE)) return fail('no-scope')
  if (link.lineItemUrl === null) return fail('no-line-item')
  const results = await services.readResults(platform, link, link.lineItemUrl)
  if (!results.ok) return fail(results.error.code)
  await store.keepComparison({
    linkId,
    at: clock.now(),
    rows: rows.map((row) => {
      const theirs = results.value.get(row.subject) ?? NONE
      return { row, theirs, state: stateAfter(row, theirs) }
    }),
  })
  return null
}
