import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { services } from '@/lib/server/services'
import { requireStaff } from '@/lib/server/viewer'
import { readReview } from '@/lib/use-cases/review'
import { ReviewPage } from '../../../_review/review-page'
import { ExamHeading } from '../exam-heading'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('review'))('title') }
}

export default async function ExamReviewPage({ params }: { params: Promise<{ examId: string }> }) {
  const { examId } = await params
  const viewer = await requireStaff(`/teach/exams/${examId}/review`)
  const { deps } = services()
  const [review, found] = await Promise.all([
    readReview(deps, { examId, viewer }),
    deps.exams.findTaughtExam({ examId, viewer }),
  ])
  if (!review || !found) notFound()
  return (
    <div className="space-y-6">
      <ExamHeading exam={found.exam} here="review" mayManage={found.mayManage} />
      <ReviewPage review={review} />
    </div>
  )
}
