import { getFormatter, getTranslations } from 'next-intl/server'
import { lmsProblem } from '@/app/_components/lms-problem'
import { Card } from '@/app/_components/ui/card'
import { Notice } from '@/app/_components/ui/notice'
import type { LmsRoster } from '@/lib/use-cases/lms-rosters'
import { SyncForm } from './sync-form'

/** The rosters of the LMS that belong to this course. */
export async function LmsRosters({ courseId, rosters }: { courseId: string; rosters: readonly LmsRoster[] }) {
  const [t, tLms, format] = await Promise.all([
    getTranslations('lmsRoster'),
    getTranslations('lms'),
    getFormatter(),
  ])
  return (
    <Card className="space-y-4">
      <h2 className="font-semibold text-lg">{t('title')}</h2>
      <p className="text-muted">{t('text')}</p>
      <ul className="divide-y divide-line">
        {rosters.map(({ platformId, contextId, platform, readable, syncedAt, syncError }) => {
          const problem = syncError === null ? null : lmsProblem(syncError)
          return (
            <li key={`${platformId} ${contextId}`} className="space-y-2 py-3">
              <p>
                {platform} ·{' '}
                {syncedAt ? t('syncedAt', { time: format.dateTime(syncedAt, 'moment') }) : t('never')}
              </p>
              {problem && (
                <Notice tone="warn">{tLms(`problem.${problem.key}`, { status: problem.status })}</Notice>
              )}
              {readable ? (
                <SyncForm courseId={courseId} platformId={platformId} contextId={contextId} />
              ) : (
                <p className="text-muted">{t('notReadable')}</p>
              )}
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
