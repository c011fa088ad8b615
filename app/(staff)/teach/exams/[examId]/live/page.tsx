import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Card } from '@/app/_components/ui/card'
import { services } from '@/lib/server/services'
import { requireStaff } from '@/lib/server/viewer'
import { GiveTimeForm } from '../_time/give-time-form'
import { ExamHeading } from '../exam-heading'
import { CloseForm } from './close-form'
import { LiveRoom } from './live-room'
import { NoticeForm } from './notice-form'
import { SentNotices } from './sent-notices'

interface Props {
  params: Promise<{ examId: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('live'))('title') }
}

/** An exam as it happens, for everybody who teaches the course; what can be done about it is for managers. */
export default async function LivePage({ params }: Props) {
  const { examId } = await params
  const viewer = await requireStaff(`/teach/exams/${examId}/live`)
  const { deps } = services()
  const found = await deps.live.findWatched({ examId, viewer })
  if (!found) notFound()
  const { exam, mayManage, notices } = found
  const [t, tTime] = await Promise.all([getTranslations('live'), getTranslations('time')])
  return (
    <div className="space-y-6">
      <ExamHeading exam={exam} here="live" mayManage={mayManage} />
      <LiveRoom examId={exam.id} mayManage={mayManage} servedAt={deps.clock.now()} />
      {(mayManage || notices.length > 0) && (
        <Card aria-labelledby="notices" className="space-y-4">
          <h2 id="notices" className="font-semibold text-lg">
            {t('notice.title')}
          </h2>
          {mayManage && <NoticeForm examId={exam.id} />}
          <SentNotices notices={notices} mayManage={mayManage} />
        </Card>
      )}
      {mayManage && (
        <>
          <Card aria-labelledby="give-time" className="space-y-4">
            <h2 id="give-time" className="font-semibold text-lg">
              {tTime('title')}
            </h2>
            <p className="text-muted">{tTime('hint')}</p>
            <GiveTimeForm examId={exam.id} given={exam.extraMinutes} />
          </Card>
          <Card aria-labelledby="close-all" className="space-y-4">
            <h2 id="close-all" className="font-semibold text-lg">
              {t('close.title')}
            </h2>
            <p className="text-muted">{t('close.hint')}</p>
            <CloseForm examId={exam.id} />
          </Card>
        </>
      )}
    </div>
  )
}
