import { getFormatter, getTranslations } from 'next-intl/server'
import { noAccommodation, noException, type TimeTerms } from '@/lib/exam/rules'
import { lastMoment, lateTerms, personalWindow, timeLimit } from '@/lib/exam/schedule'
import type { ExamRecord } from '@/lib/use-cases/records'

const WIDTH = 720
const LABEL = 150

/** When work is possible, for everybody and for somebody with half as much time again. The words say the same. */
export async function Timeline({ exam }: { exam: ExamRecord }) {
  const [t, format] = await Promise.all([getTranslations('builder.timeline'), getFormatter()])
  const at = (date: Date | null, otherwise: string) => (date ? format.dateTime(date, 'moment') : otherwise)
  const rows = ([100, 150] as const).map((timePercent) => {
    const terms: TimeTerms = {
      rules: exam.rules,
      window: exam,
      accommodation: { ...noAccommodation, timePercent },
      exception: noException,
    }
    const { opensAt, endsAt } = personalWindow(terms)
    return {
      timePercent,
      opensAt,
      endsAt,
      last: lateTerms(terms) ? lastMoment(terms) : null,
      limit: timeLimit(terms),
    }
  })
  const times = rows
    .flatMap(({ opensAt, endsAt, last }) => [opensAt, endsAt, last])
    .filter((each) => each !== null)
  const from = Math.min(...times.map(Number))
  const to = Math.max(...times.map(Number))
  const x = (date: Date) => LABEL + ((date.getTime() - from) / Math.max(1, to - from)) * (WIDTH - LABEL - 10)
  const words = rows.map(({ timePercent, opensAt, endsAt, last, limit }) => {
    const who = timePercent === 100 ? t('everybody') : t('accommodated')
    const minutes = limit && Math.round(limit.totalMs / 60_000)
    return [
      who,
      opensAt || endsAt
        ? t('window', { from: at(opensAt, t('now')), to: at(endsAt, t('always')) })
        : t('noWindow'),
      minutes === null ? t('noLimit') : t('limit', { minutes }),
      ...(last ? [t('late', { until: at(last, ''), percent: exam.rules.late?.lossPercent ?? 0 })] : []),
    ].join(' · ')
  })
  return (
    <div className="space-y-3">
      {times.length > 1 && (
        <svg viewBox={`0 0 ${WIDTH} ${rows.length * 44}`} className="w-full" aria-hidden focusable="false">
          {rows.map(({ timePercent, opensAt, endsAt, last }, i) => {
            const y = i * 44 + 10
            const start = opensAt ? x(opensAt) : LABEL
            const end = endsAt ? x(endsAt) : WIDTH - 10
            return (
              <g key={timePercent}>
                <text x={0} y={y + 17} fontSize={14} className="fill-current">
                  {timePercent === 100 ? t('everybody') : t('accommodated')}
                </text>
                <rect
                  x={start}
                  y={y}
                  width={Math.max(2, end - start)}
                  height={24}
                  rx={4}
                  className="fill-accent"
                />
                {last && (
                  <rect
                    x={end}
                    y={y + 4}
                    width={Math.max(2, x(last) - end)}
                    height={16}
                    className="fill-warn-soft stroke-warn"
                    strokeDasharray="4 3"
                  />
                )}
              </g>
            )
          })}
        </svg>
      )}
      <ul className="space-y-1 text-sm">
        {words.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </div>
  )
}
