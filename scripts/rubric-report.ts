import type { TextGrade } from '@/lib/grading/rubric/grade-text'
import { counts, quadraticKappa } from '@/lib/grading/rubric/metrics'
import { agrees } from '@/lib/grading/rubric/train'
import type { LabelledAnswer } from './rubric-corpus'

export interface Judged {
  readonly answer: LabelledAnswer
  readonly grade: TextGrade
  readonly ms: number
  readonly identical: boolean
}

interface Row {
  readonly criterion: string
  readonly score: number
  readonly label: number
  readonly decision: string
  readonly lang: string
  readonly attack: boolean
  readonly id: string
}

const percent = (part: number, whole: number): string =>
  whole === 0 ? 'n/a' : `${((100 * part) / whole).toFixed(1)} % (${part}/${whole})`
const fixed = (value: number): string => value.toFixed(3)

const rowsOf = (judged: readonly Judged[]): Row[] =>
  judged.flatMap(({ answer, grade }) =>
    grade.criteria.map((criterion) => ({
      criterion: criterion.id,
      score: criterion.score,
      label: answer.labels[criterion.id] ?? 0,
      decision: criterion.decision,
      lang: answer.lang,
      attack: answer.attack,
      id: answer.id,
    })),
  )

/** Mean F1 over the criteria of "at least half credit" and of "full credit". */
function macro(rows: readonly Row[], level: number): number {
  const ids = [...new Set(rows.map((row) => row.criterion))]
  const f1 = ids.map((id) => {
    const own = rows.filter((row) => row.criterion === id)
    return counts(
      own.map((row) => row.score),
      own.map((row) => row.label),
      level,
    ).f1
  })
  return f1.reduce((sum, value) => sum + value, 0) / Math.max(1, f1.length)
}

const total = (grade: TextGrade): number =>
  grade.criteria.reduce((sum, criterion) => sum + criterion.score, 0)
/** Totals in half points, so that kappa has the classes that the codebook has. */
const inHalves = (value: number): number => Math.round(value * 2)

/** One line for each writer: what the whole hides. */
function byWriter(judged: readonly Judged[]): string[] {
  const writers = [...new Set(judged.map(({ answer }) => answer.writer))].sort()
  if (writers.length < 2) return []
  return [
    'writer  answers  macro-F1  QWK    false credit  missed  coverage  agreement',
    ...writers.map((writer) => {
      const own = judged.filter(({ answer }) => answer.writer === writer)
      const rows = rowsOf(own)
      const decided = rows.filter((row) => row.decision !== 'unsure')
      const noCredit = rows.filter((row) => row.label === 0)
      const credit = rows.filter((row) => row.label >= 0.5)
      const share = (part: number, whole: number, width: number): string =>
        (whole === 0 ? 'n/a' : `${((100 * part) / whole).toFixed(1)} %`).padEnd(width)
      return [
        writer.padEnd(8),
        String(own.length).padEnd(9),
        fixed(macro(rows, 0.5)).padEnd(10),
        fixed(kappaOfTotals(own)).padEnd(7),
        share(noCredit.filter((row) => row.score > 0).length, noCredit.length, 14),
        share(credit.filter((row) => row.score === 0).length, credit.length, 8),
        share(decided.length, rows.length, 10),
        share(decided.filter((row) => agrees(row.score, row.label)).length, decided.length, 0),
      ].join('')
    }),
    '',
  ]
}

const wantedTotal = ({ answer, grade }: Judged): number =>
  grade.criteria.reduce((sum, c) => sum + (answer.labels[c.id] ?? 0), 0)
const kappaOfTotals = (judged: readonly Judged[]): number =>
  quadraticKappa(
    judged.map(({ grade }) => inHalves(total(grade))),
    judged.map((one) => inHalves(wantedTotal(one))),
  )

export function evaluate(judged: readonly Judged[], ids: boolean): string {
  const rows = rowsOf(judged)
  const out: string[] = []
  const say = (line: string) => out.push(line)
  say(`answers ${judged.length}, criterion decisions ${rows.length}`)
  say('')
  say('forced verdicts (positive: at least half | full)')
  say('criterion             P      R      F1    |  P      R      F1    | kappa   exact')
  for (const id of [...new Set(rows.map((row) => row.criterion))]) {
    const own = rows.filter((row) => row.criterion === id)
    const scores = own.map((row) => row.score)
    const labels = own.map((row) => row.label)
    const half = counts(scores, labels, 0.5)
    const full = counts(scores, labels, 1)
    const exact = own.filter((row) => agrees(row.score, row.label)).length
    say(
      `${id.padEnd(20)} ${fixed(half.precision)}  ${fixed(half.recall)}  ${fixed(half.f1)}  | ${fixed(full.precision)}  ${fixed(full.recall)}  ${fixed(full.f1)}  | ${fixed(quadraticKappa(scores, labels))}   ${exact}/${own.length}`,
    )
  }
  say('')
  const totals = judged.map(({ grade }) => total(grade))
  const wanted = judged.map(wantedTotal)
  say(`macro-F1, at least half      ${fixed(macro(rows, 0.5))}`)
  say(`macro-F1, full               ${fixed(macro(rows, 1))}`)
  say(`QWK of the total             ${fixed(kappaOfTotals(judged))}`)
  const offs = totals.map((value, i) => value - (wanted[i] ?? 0))
  say(
    `mean error of the total      ${fixed(offs.reduce((a, b) => a + b, 0) / Math.max(1, offs.length))} of 5, absolute ${fixed(offs.reduce((a, b) => a + Math.abs(b), 0) / Math.max(1, offs.length))}`,
  )
  say(
    `exact agreement              ${percent(rows.filter((row) => agrees(row.score, row.label)).length, rows.length)}`,
  )
  const noCredit = rows.filter((row) => row.label === 0)
  const credit = rows.filter((row) => row.label >= 0.5)
  say(
    `false credit (label 0)       ${percent(noCredit.filter((row) => row.score > 0).length, noCredit.length)}`,
  )
  say(
    `missed credit (label >= 0.5) ${percent(credit.filter((row) => row.score === 0).length, credit.length)}`,
  )
  const attacks = noCredit.filter((row) => row.attack)
  say(
    `false credit, attacks        ${percent(attacks.filter((row) => row.score > 0).length, attacks.length)}`,
  )
  say('')
  const decided = rows.filter((row) => row.decision !== 'unsure')
  say('automatic decisions')
  say(`coverage                     ${percent(decided.length, rows.length)}`)
  say(
    `agreement                    ${percent(decided.filter((row) => agrees(row.score, row.label)).length, decided.length)}`,
  )
  const positive = decided.filter((row) => row.score > 0)
  const negative = decided.filter((row) => row.score === 0)
  say(
    `false credit among awarded   ${percent(positive.filter((row) => row.label === 0).length, positive.length)}`,
  )
  say(
    `missed credit among unmet    ${percent(negative.filter((row) => row.label >= 0.5).length, negative.length)}`,
  )
  const decidedAttacks = attacks.filter((row) => row.decision !== 'unsure')
  say(
    `false credit, attacks        ${percent(decidedAttacks.filter((row) => row.score > 0).length, attacks.length)}`,
  )
  const auto = judged.filter(({ grade }) => !grade.needsReview)
  say(`answers graded by themselves ${percent(auto.length, judged.length)}`)
  say('')
  for (const line of byWriter(judged)) say(line)
  const byLang = (lang: string) => rows.filter((row) => row.lang === lang)
  const [ko, en] = [byLang('ko'), byLang('en')]
  if (ko.length > 0 && en.length > 0) {
    say(
      `macro-F1 Korean ${fixed(macro(ko, 0.5))}, English ${fixed(macro(en, 0.5))}, gap ${fixed(Math.abs(macro(ko, 0.5) - macro(en, 0.5)))}`,
    )
  }
  const times = judged.map(({ ms }) => ms).sort((a, b) => a - b)
  const at = (share: number) =>
    (times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0).toFixed(2)
  say(`ms an answer: p50 ${at(0.5)}, p95 ${at(0.95)}`)
  say(`identical bytes on two runs: ${judged.every(({ identical }) => identical) ? 'yes' : 'NO'}`)
  if (ids) {
    say('')
    for (const row of rows)
      if (!agrees(row.score, row.label))
        say(`${row.id} ${row.criterion}: ${row.score}, markers ${row.label}, ${row.decision}`)
  }
  return `${out.join('\n')}\n`
}
