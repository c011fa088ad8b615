import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { MarkedText } from '@/app/_components/question/marked-text'
import { PartVerdict } from '@/app/_components/question/part-verdict'
import { ScrollRegion } from '@/app/_components/ui/scroll-region'
import type { JudgedAnswer } from '@/lib/use-cases/test-answers'

/** Answers down, criteria across: the verdict of each with the words that it rests on marked in the answer. */
export async function JudgedAnswers({ answers, field }: { answers: readonly JudgedAnswer[]; field: string }) {
  const [t, locale, format] = await Promise.all([getTranslations('bank.test'), getLocale(), getFormatter()])
  const criteriaOf = ({ grade }: JudgedAnswer) =>
    (grade.parts.find(({ id }) => id === field) ?? grade.parts[0])?.criteria ?? []
  const [first] = answers
  const columns = first ? criteriaOf(first) : []
  return (
    <ScrollRegion label={t('title')} className="rounded-xl border border-line">
      <table className="w-full text-left text-sm">
        <thead className="border-line border-b bg-raised">
          <tr>
            <th scope="col" className="min-w-72 px-3 py-2">
              {t('answer')}
            </th>
            <th scope="col" className="whitespace-nowrap px-3 py-2">
              {t('score')}
            </th>
            {columns.map(({ id, title }, i) => (
              <th key={id} scope="col" className="min-w-32 break-keep px-3 py-2">
                {i + 1}. {title[locale]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line align-top">
          {answers.map((answer, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: answers may be alike in all they say.
            <tr key={row}>
              <td className="px-3 py-2">
                <MarkedText
                  text={answer.text}
                  evidence={criteriaOf(answer).flatMap(({ evidence }) => evidence)}
                  numberOf={(id) => columns.findIndex((each) => each.id === id) + 1 || null}
                />
              </td>
              <td className="whitespace-nowrap px-3 py-2 tabular-nums">
                {format.number(answer.grade.score, { style: 'percent', maximumFractionDigits: 0 })}
              </td>
              {criteriaOf(answer).map(({ id, decision, confidence }) => (
                <td key={id} className="px-3 py-2">
                  <PartVerdict verdict={decision} />
                  <span className="block text-muted tabular-nums">
                    {format.number(confidence, { style: 'percent', maximumFractionDigits: 0 })}
                  </span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}
