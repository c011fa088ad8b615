import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { Card } from '@/app/_components/ui/card'
import { services } from '@/lib/server/services'
import { requireStaff } from '@/lib/server/viewer'
import { examChecks } from '@/lib/use-cases/exam-builder'
import { ExamHeading } from '../exam-heading'
import { Checks } from './checks'
import { ExamBuilder } from './exam-builder'
import { DuplicateForm, PreviewForm, PublishForm } from './exam-forms'
import { Timeline } from './timeline'

interface Props {
  params: Promise<{ examId: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('builder'))('title') }
}

/** An exam put together: its problems, its check list, its preview. */
export default async function BuildPage({ params }: Props) {
  const { examId } = await params
  const viewer = await requireStaff(`/teach/exams/${examId}/build`)
  const { deps } = services()
  const { builder, exams, clock } = deps
  const built = await builder.findBuilt({ examId, viewer })
  if (!built) notFound()
  const [t, locale, taught] = await Promise.all([
    getTranslations('builder'),
    getLocale(),
    exams.listTaught(viewer),
  ])
  const { exam } = built
  const checks = examChecks(deps, built, clock.now())
  return (
    <div className="space-y-6">
      <ExamHeading exam={exam} here="build" mayManage />
      <ExamBuilder
        key={exam.termsVersion}
        examId={exam.id}
        base={exam.termsVersion}
        draft={built.draft}
        versions={built.versions}
        locked={built.attempts > 0}
      />
      <Card className="space-y-4">
        <h2 className="font-semibold text-lg">{t('timeline.title')}</h2>
        <Timeline exam={exam} />
      </Card>
      <Card className="space-y-4">
        <h2 className="font-semibold text-lg">{t('checks.title')}</h2>
        <Checks checks={checks} />
        <div className="flex flex-wrap gap-3">
          <PreviewForm examId={exam.id} />
          <PublishForm
            examId={exam.id}
            base={exam.termsVersion}
            published={exam.publishedAt !== null}
            ready={checks.every(({ state }) => state !== 'fails')}
          />
        </div>
      </Card>
      <Card className="space-y-4">
        <h2 className="font-semibold text-lg">{t('duplicate.title')}</h2>
        <DuplicateForm
          examId={exam.id}
          courseId={exam.course.id}
          courses={taught.map((course) => [course.id, `${course.title[locale]} · ${course.term}`] as const)}
        />
      </Card>
    </div>
  )
}
