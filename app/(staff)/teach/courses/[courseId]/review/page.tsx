import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { services } from '@/lib/server/services'
import { requireStaff } from '@/lib/server/viewer'
import { readReview } from '@/lib/use-cases/review'
import { ReviewPage } from '../../../_review/review-page'
import { CourseHeading } from '../course-heading'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('review'))('title') }
}

/** What waits for a person in all exams of a course. */
export default async function CourseReviewPage({ params }: { params: Promise<{ courseId: string }> }) {
  const { courseId } = await params
  const viewer = await requireStaff(`/teach/courses/${courseId}/review`)
  const { deps } = services()
  const [review, course] = await Promise.all([
    readReview(deps, { courseId, viewer }),
    deps.builder.findCourse({ courseId, viewer }),
  ])
  if (!review || !course) notFound()
  return (
    <div className="space-y-6">
      <CourseHeading course={course.course} here="review" mayManage={course.mayManage} />
      <ReviewPage review={review} />
    </div>
  )
}
