import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { lmsProblem } from '@/app/_components/lms-problem'
import { Card } from '@/app/_components/ui/card'
import { Notice } from '@/app/_components/ui/notice'
import { services } from '@/lib/server/services'
import { requireStaff } from '@/lib/server/viewer'
import type { LmsScoreLink, ScoreStanding } from '@/lib/use-cases/lms-scores'
import { ExamHeading } from '../exam-heading'
import { CompareForm, ResendForm } from './score-forms'
import { ScoreRow } from './score-row'

interface Props {
  params: Promise<{ examId: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('lmsScores'))('title') }
}

/** What needs a person first, then what is on its way, then what is done. */
const order: readonly ScoreStanding[] = [
  'refused',
  'changed-there',
  'missing-there',
  'retrying',
  'queued',
  'sent',
  'same',
  'not-released',
  'not-started',
  'not-through-lms',
]

/** How the scores of an exam stand in the LMS, student by student; for those who may change the exam. */
export default async function LmsScoresPage({ params }: Props) {
  const { examId } = await params
  const viewer = await requireStaff(`/teach/exams/${examId}/lms`)
  const { deps } = services()
  const found = await deps.lmsScores.find({ examId, viewer, now: deps.clock.now() })
  if (!found) notFound()
  const t = await getTranslations('lmsScores')
  return (
    <div className="space-y-6">
      <ExamHeading exam={found.exam} here="lms" mayManage />
      <p className="text-muted">{t('text')}</p>
      {found.links.length === 0 && <Card>{t('noLink')}</Card>}
      {found.links.map((link) => (
        <LinkScores key={link.id} link={link} />
      ))}
    </div>
  )
}

async function LinkScores({ link }: { link: LmsScoreLink }) {
  const [t, tLms, format] = await Promise.all([
    getTranslations('lmsScores'),
    getTranslations('lms'),
    getFormatter(),
  ])
  const rows = order.flatMap((standing) => link.rows.filter((row) => row.standing === standing))
  const counts = order.flatMap((standing) => {
    const count = rows.filter((row) => row.standing === standing).length
    return count > 0 ? [`${t(`standing.${standing}`)} ${count}`] : []
  })
  const error = link.compareError === null ? null : lmsProblem(link.compareError)
  return (
    <section aria-labelledby={link.id} className="space-y-3">
      <Card className="space-y-3">
        <h2 id={link.id} className="font-semibold text-lg">
          {link.platform} · {link.title}
        </h2>
        {link.lacks && <Notice tone="warn">{t(`lacks.${link.lacks}`)}</Notice>}
        <p>{counts.join(' · ')}</p>
        <p className="text-muted text-sm">
          {link.comparedAt
            ? t('comparedAt', { time: format.dateTime(link.comparedAt, 'moment') })
            : t('neverCompared')}
        </p>
        {error && <Notice tone="warn">{tLms(`problem.${error.key}`, { status: error.status })}</Notice>}
        <CompareForm linkId={link.id} />
      </Card>
      <ResendForm
        linkId={link.id}
        waiting={rows.filter(({ standing }) => standing === 'refused' || standing === 'retrying').length}
      >
        <ul className="divide-y divide-line rounded-xl border border-line bg-surface">
          {rows.map((row) => (
            <ScoreRow key={row.userId} row={row} />
          ))}
        </ul>
      </ResendForm>
    </section>
  )
}
