import { getFormatter, getTranslations } from 'next-intl/server'
import { lmsProblem } from '@/app/_components/lms-problem'
import { Badge, type Tone } from '@/app/_components/ui/badge'
import { Button } from '@/app/_components/ui/button'
import { formatPoints } from '@/lib/exam/points'
import type { LmsScoreRow, ScoreStanding } from '@/lib/use-cases/lms-scores'

const tones: Record<ScoreStanding, Tone> = {
  'not-through-lms': 'neutral',
  'not-started': 'neutral',
  'not-released': 'neutral',
  queued: 'accent',
  retrying: 'warn',
  sent: 'good',
  same: 'good',
  'changed-there': 'warn',
  'missing-there': 'warn',
  refused: 'bad',
}

/** One student: our score, the LMS's, when, and why they differ. */
export async function ScoreRow({ row }: { row: LmsScoreRow }) {
  const [t, tLms, format] = await Promise.all([
    getTranslations('lmsScores'),
    getTranslations('lms'),
    getFormatter(),
  ])
  const { ours, theirs, standing } = row
  const problem = row.problem === null ? null : lmsProblem(row.problem)
  const ourWords = () => {
    if (!ours) return t('none')
    if (ours.given === null) return t(ours.grading === 'NotReady' ? 'atWork' : 'inReview')
    return t('points', { given: formatPoints(ours.given), max: formatPoints(ours.max) })
  }
  const theirWords = () => {
    if (row.readAt === null) return t('notRead')
    if (theirs?.score == null) return t('none')
    return t('points', { given: Number(theirs.score.toFixed(2)), max: theirs.max })
  }
  const times = [
    row.sentAt && t('sentAt', { time: format.dateTime(row.sentAt, 'moment') }),
    row.readAt && t('readAt', { time: format.dateTime(row.readAt, 'moment') }),
    row.nextAt && standing === 'retrying' && t('nextAt', { time: format.dateTime(row.nextAt, 'moment') }),
  ].filter(Boolean)
  return (
    <li className="space-y-1.5 px-4 py-3">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <p className="font-medium">{row.name}</p>
        <Badge tone={tones[standing]}>{t(`standing.${standing}`)}</Badge>
      </div>
      <div className="flex flex-wrap items-end justify-between gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-72 space-y-1 text-sm">
          <dl className="flex flex-wrap gap-x-6">
            <div className="flex gap-2">
              <dt className="text-muted">{t('ours')}</dt>
              <dd>{ourWords()}</dd>
            </div>
            <div className="flex gap-2">
              <dt className="text-muted">{t('theirs')}</dt>
              <dd>{theirWords()}</dd>
            </div>
          </dl>
          {times.length > 0 && <p className="text-muted">{times.join(' · ')}</p>}
          <p>{t(`why.${standing}`)}</p>
          {problem && (
            <p className="text-bad">{tLms(`problem.${problem.key}`, { status: problem.status })}</p>
          )}
        </div>
        {row.subject !== null && !['not-started', 'not-released', 'queued'].includes(standing) && (
          <div className="flex flex-wrap gap-2">
            <Button type="submit" name="send" value={row.subject}>
              {t('sendAgain')}
              <span className="sr-only">: {row.name}</span>
            </Button>
            {(standing === 'changed-there' || standing === 'missing-there') && (
              <Button type="submit" look="danger" name="overwrite" value={row.subject}>
                {t('overwrite')}
                <span className="sr-only">: {row.name}</span>
              </Button>
            )}
          </div>
        )}
      </div>
    </li>
  )
}
