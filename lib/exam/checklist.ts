import type { Localized } from '@/lib/core/localized'
import { examTotals, type Pool, poolMembers } from './pools'

/** Minutes that an author's variants are expected to take for each unit of effort: a rule of thumb, and shown as one. */
export const MINUTES_PER_EFFORT = 1 / 15

export interface CheckedExam {
  readonly title: Localized
  readonly description: Localized
  readonly timeLimitMinutes: number | null
  readonly opensAt: Date | null
  readonly closesAt: Date | null
  readonly sections: readonly { readonly title: Localized; readonly text: Localized }[]
  readonly items: readonly {
    readonly points: number
    readonly pool: Pool | null
    /** Of a typical variant; null where it is not known. */
    readonly effort: number | null
    /** Every variant was certified, or everybody gets the same one. */
    readonly certified: boolean
  }[]
}

export type CheckId = 'problems' | 'points' | 'pools' | 'translations' | 'certified' | 'window' | 'time'

export interface Check {
  readonly id: CheckId
  /** fails: the exam can't be published; warns: it can. */
  readonly state: 'holds' | 'warns' | 'fails'
  /** Numbers for the words. */
  readonly values: Readonly<Record<string, number>>
}

/** What to look at before an exam is published. */
export function checklist(exam: CheckedExam, now: Date): readonly Check[] {
  const { items } = exam
  const totals = examTotals(items)
  const minutes = expectedMinutes(exam)
  const sizes = [...poolMembers(items).values()].map((members) => ({
    draw: members[0]?.pool?.draw ?? 0,
    members,
  }))
  const check = (
    id: CheckId,
    holds: boolean,
    otherwise: 'warns' | 'fails',
    values: Check['values'] = {},
  ): Check => ({
    id,
    state: holds ? 'holds' : otherwise,
    values,
  })
  const written = ({ ko, en }: Localized) => (ko.trim() === '') === (en.trim() === '')
  return [
    check('problems', totals.problems > 0, 'fails', { count: totals.problems }),
    check('points', items.length > 0 && items.every(({ points }) => points > 0), 'fails', {
      points: totals.points / 100,
    }),
    check(
      'pools',
      sizes.every(
        ({ draw, members }) =>
          draw >= 1 && draw <= members.length && members.every(({ points }) => points === members[0]?.points),
      ),
      'fails',
      { count: sizes.length },
    ),
    check(
      'translations',
      written(exam.title) &&
        written(exam.description) &&
        exam.title.ko.trim() !== '' &&
        exam.sections.every(({ title, text }) => written(title) && written(text) && title.ko.trim() !== ''),
      'fails',
    ),
    check(
      'certified',
      items.every(({ certified }) => certified),
      'warns',
      {
        count: items.filter(({ certified }) => !certified).length,
      },
    ),
    check(
      'window',
      exam.closesAt === null ||
        (exam.closesAt > now && (exam.opensAt === null || exam.opensAt < exam.closesAt)),
      'fails',
    ),
    check('time', exam.timeLimitMinutes === null || minutes <= exam.timeLimitMinutes, 'warns', {
      minutes: Math.ceil(minutes),
      limit: exam.timeLimitMinutes ?? 0,
    }),
  ]
}

/** Minutes that a student is expected to work; of a pool, the most that its draw can take. */
export function expectedMinutes({ items }: Pick<CheckedExam, 'items'>): number {
  const known = (effort: number | null) => effort ?? 0
  const fixed = items.filter(({ pool }) => pool === null).reduce((sum, { effort }) => sum + known(effort), 0)
  const drawn = [...poolMembers(items).values()].flatMap((members) =>
    members
      .map(({ effort }) => known(effort))
      .sort((a, b) => b - a)
      .slice(0, members[0]?.pool?.draw ?? 0),
  )
  return (fixed + drawn.reduce((sum, effort) => sum + effort, 0)) * MINUTES_PER_EFFORT
}
