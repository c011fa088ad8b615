import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { Card } from '@/app/_components/ui/card'
import { ScrollRegion } from '@/app/_components/ui/scroll-region'
import type { Json } from '@/lib/core/json'
import { type BankQuestion, draftOf, settingChanges, type VersionRecord } from '@/lib/use-cases/question-bank'
import { MoveExam } from './move-exam'

/** Learned weights and the like are told apart by their beginning at most. */
const LONGEST = 300

function shown(value: Json | undefined): string {
  if (value === undefined) return '–'
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > LONGEST ? `${text.slice(0, LONGEST)} …` : text
}

/** What was published, what differs from version to version, and which exams use which. */
export async function VersionsCard({ question }: { question: BankQuestion }) {
  const [t, format, locale] = await Promise.all([
    getTranslations('bank.versions'),
    getFormatter(),
    getLocale(),
  ])
  const { versions, draft } = question
  const [latest] = versions
  const facts = ({
    title,
    settings,
    fixedParams,
  }: Pick<VersionRecord, 'title' | 'settings' | 'fixedParams'>): Json => ({
    title,
    settings,
    fixedParams,
  })
  const behind = versions.slice(1).flatMap((version) => version.exams)
  return (
    <Card className="space-y-4">
      <h2 className="font-semibold text-lg">{t('title')}</h2>
      {versions.length === 0 && <p className="text-muted">{t('none')}</p>}
      {draft && latest && (
        <Changes title={t('sinceLatest')} changes={settingChanges(facts(latest), facts(draftOf(question)))} />
      )}
      <ol className="divide-y divide-line">
        {versions.map((version, i) => {
          const before = versions[i + 1]
          return (
            <li key={version.id} className="space-y-2 py-3">
              <p>
                <span className="font-semibold">{t('number', { number: version.number })}</span>{' '}
                <span className="text-muted text-sm">
                  {[format.dateTime(version.createdAt, 'moment'), version.by].filter(Boolean).join(' · ')}
                </span>
              </p>
              {version.note !== '' && <p>{version.note}</p>}
              {before && (
                <Changes
                  title={t('since', { number: before.number })}
                  changes={settingChanges(facts(before), facts(version))}
                />
              )}
              {version.exams.map((exam) => (
                <p key={exam.examId} className="text-sm">
                  {t('usedBy', { exam: exam.title[locale], running: exam.running, finished: exam.finished })}
                </p>
              ))}
            </li>
          )
        })}
      </ol>
      {question.mayManage && latest && behind.length > 0 && (
        <div className="space-y-4">
          <h3 className="font-semibold">{t('behind', { number: latest.number })}</h3>
          <p className="text-muted text-sm">{t('behindText')}</p>
          {behind.map((exam) => (
            <MoveExam key={exam.examId} questionId={question.id} versionId={latest.id} exam={exam} />
          ))}
        </div>
      )}
    </Card>
  )

  function Changes({ title, changes }: { title: string; changes: ReturnType<typeof settingChanges> }) {
    if (changes.length === 0) return <p className="text-muted text-sm">{t('same')}</p>
    return (
      <details>
        <summary className="min-h-11 cursor-pointer py-2 text-accent">
          {title} ({changes.length})
        </summary>
        <ScrollRegion label={title}>
          <table className="w-full text-left text-sm">
            <thead className="border-line border-b text-muted">
              <tr>
                <th scope="col" className="py-2 pr-4">
                  {t('setting')}
                </th>
                <th scope="col" className="py-2 pr-4">
                  {t('before')}
                </th>
                <th scope="col" className="py-2">
                  {t('after')}
                </th>
              </tr>
            </thead>
            <tbody className="divide-y divide-line">
              {changes.map(({ path, before, after }) => (
                <tr key={path}>
                  <th scope="row" className="py-2 pr-4 font-normal">
                    {path}
                  </th>
                  <td className="break-words py-2 pr-4">{shown(before)}</td>
                  <td className="break-words py-2 font-medium">{shown(after)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      </details>
    )
  }
}
