import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { Card } from '@/app/_components/ui/card'
import { Notice } from '@/app/_components/ui/notice'
import type { LessonView } from '@/lib/use-cases/learn'
import type { BankQuestion } from '@/lib/use-cases/question-bank'
import { LearnForm } from './learn-form'

/** What the grader would learn from corrected answers, how that was tried, and the way to let it. */
export async function LearnCard({ question, view }: { question: BankQuestion; view: LessonView }) {
  const [t, locale] = await Promise.all([getTranslations('bank.learn'), getLocale()])
  const { lesson, noWorse, known } = view
  const rows = [
    [t('corrections'), lesson.corrections],
    [t('examples'), lesson.examples],
  ] as const
  const exams = question.versions.flatMap(({ exams: using }) => using)
  return (
    <Card aria-labelledby="learn" className="space-y-4">
      <h2 id="learn" className="font-semibold text-lg">
        {t('title')}
      </h2>
      <p className="text-muted">{t('text', { count: lesson.corrections.of })}</p>
      <table className="w-full text-left tabular-nums">
        <thead className="border-line border-b text-muted text-sm">
          <tr>
            <td />
            <th scope="col" className="py-2 pr-4">
              {t('before')}
            </th>
            <th scope="col" className="py-2">
              {t('after')}
            </th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {rows.map(([name, { of, right, wrongAlone }]) => (
            <tr key={name}>
              <th scope="row" className="py-2 pr-4 font-normal">
                {name}
              </th>
              {(['before', 'after'] as const).map((when) => (
                <td key={when} className="py-2 pr-4">
                  {t('judged', { right: right[when], of, wrong: wrongAlone[when] })}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {known ? (
        <>
          <Notice tone="good">{t('known')}</Notice>
          {exams.length > 0 && (
            <>
              <p>{t('dryRun')}</p>
              <ul>
                {exams.map(({ examId, title }) => (
                  <li key={examId}>
                    <Link
                      href={`/teach/exams/${examId}/regrade`}
                      className="inline-flex min-h-11 items-center text-accent underline"
                    >
                      {title[locale]}
                    </Link>
                  </li>
                ))}
              </ul>
            </>
          )}
        </>
      ) : noWorse ? (
        question.mayManage && <LearnForm questionId={question.id} corrections={lesson.corrections.of} />
      ) : (
        <Notice tone="warn">{t('worse')}</Notice>
      )}
    </Card>
  )
}
