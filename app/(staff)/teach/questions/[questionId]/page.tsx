import { ArrowLeft } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { cache, Suspense } from 'react'
import { ResponseView } from '@/app/_components/question/response-view'
import { SolutionView } from '@/app/_components/question/solution-view'
import { Statement } from '@/app/_components/question/statement'
import { Badge } from '@/app/_components/ui/badge'
import { Card } from '@/app/_components/ui/card'
import { services } from '@/lib/server/services'
import { requireStaff } from '@/lib/server/viewer'
import { readLesson } from '@/lib/use-cases/learn'
import { draftIssues, draftOf } from '@/lib/use-cases/question-bank'
import { asksForText, sampleOf } from '@/lib/use-cases/sample-variant'
import { MistakesTable } from '../../../_variant/mistakes-table'
import { SeedForm } from '../../../_variant/seed-form'
import { LearnCard } from './learn-card'
import { QuestionEditor } from './question-editor'
import { QuestionTools } from './question-tools'
import { SharingCard } from './sharing-card'
import { SurveyCard } from './survey-card'
import { TestAnswers } from './test-answers'
import { TryAnswer } from './try-answer'
import { VersionsCard } from './versions-card'

interface Props {
  params: Promise<{ questionId: string }>
  searchParams: Promise<{ seed?: string | string[] }>
}

const load = cache(async (questionId: string) => {
  const viewer = await requireStaff(`/teach/questions/${questionId}`)
  return services().deps.bank.find({ questionId, viewer })
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const question = await load((await params).questionId)
  return { title: question?.title[await getLocale()] ?? '' }
}

const MAX_SEED = 100

/** A question at work: its settings beside the variants that they give. */
export default async function QuestionPage({ params, searchParams }: Props) {
  const { questionId } = await params
  const question = await load(questionId)
  const { questions } = services().deps
  const type = question && questions.find(question.type)
  if (!question || !type) notFound()
  const { seed: asked } = await searchParams
  const seed = (typeof asked === 'string' && asked !== '' ? asked : '1').slice(0, MAX_SEED)
  const [t, tVariants, locale] = await Promise.all([
    getTranslations('bank'),
    getTranslations('variants'),
    getLocale(),
  ])
  const viewer = await requireStaff(`/teach/questions/${questionId}`)
  const [lesson, managed] = await Promise.all([
    readLesson(services().deps, { questionId, viewer }),
    services().deps.bank.listManagedCourses(viewer),
  ])
  const courses = managed.filter(({ id }) => id !== question.course.id)
  const draft = draftOf(question)
  const issues = draftIssues({ questions }, question.type, draft)
  const usable =
    type.settingsIssues(draft.settings).length === 0 && !issues.some(({ path }) => path === 'fixedParams')
  const sample = usable ? sampleOf(type, seed, draft.settings, draft.fixedParams) : null
  return (
    <div className="space-y-6">
      <Link
        href={`/teach/courses/${question.course.id}/questions`}
        className="inline-flex min-h-11 items-center gap-2 text-muted hover:text-ink"
      >
        <ArrowLeft aria-hidden className="size-4" />
        {t('back')}
      </Link>
      <div className="flex flex-wrap items-end justify-between gap-3">
        <div>
          <p className="text-muted text-sm">
            {question.course.title[locale]} · {type.title[locale]}
          </p>
          <h1 className="font-bold text-2xl">{question.title[locale] || t('untitled')}</h1>
          <p className="flex gap-2 pt-1">
            {question.archivedAt && <Badge>{t('archived')}</Badge>}
            {question.version > 0 && <Badge tone="good">{t('version', { number: question.version })}</Badge>}
          </p>
        </div>
        {question.mayManage && (
          <QuestionTools questionId={question.id} archived={question.archivedAt !== null} />
        )}
      </div>
      <QuestionEditor
        questionId={question.id}
        form={type.settingsForm}
        draft={draft}
        tags={question.tags}
        revision={question.draftRevision}
        hasDraft={question.draft !== null}
        mayManage={question.mayManage}
        issues={issues}
        shown={sample?.params ?? null}
      >
        {sample === null ? (
          <Card>
            <p className="text-muted">{t('noSample')}</p>
          </Card>
        ) : (
          <>
            {draft.fixedParams === null && (
              <Suspense fallback={<Card aria-busy>{t('survey.working')}</Card>}>
                <SurveyCard type={type} settings={draft.settings} />
              </Suspense>
            )}
            <Card className="space-y-4">
              <h2 className="font-semibold text-lg">{tVariants('asStudent')}</h2>
              {draft.fixedParams === null && (
                <SeedForm path={`/teach/questions/${question.id}`} seed={seed} />
              )}
              <Statement question={sample.question} locale={locale} />
              <details>
                <summary className="min-h-11 cursor-pointer py-2 text-accent">{tVariants('key')}</summary>
                <div className="space-y-4 pt-2">
                  <ResponseView fields={sample.question.fields} response={sample.reference} locale={locale} />
                  <SolutionView solution={sample.solution} grade={sample.referenceGrade} locale={locale} />
                </div>
              </details>
              <details>
                <summary className="min-h-11 cursor-pointer py-2 text-accent">
                  {tVariants('mistakes')}
                </summary>
                <MistakesTable mistakes={sample.mistakes} />
              </details>
            </Card>
            <TryAnswer
              key={JSON.stringify(sample.params)}
              questionId={question.id}
              seed={seed}
              fields={sample.question.fields}
            />
          </>
        )}
      </QuestionEditor>
      {asksForText(type) && <TestAnswers questionId={question.id} seed={seed} />}
      {lesson && <LearnCard question={question} view={lesson} />}
      {courses.length > 0 && (
        <SharingCard
          questionId={question.id}
          mayManage={question.mayManage}
          sharedWith={question.sharedWith}
          courses={courses}
        />
      )}
      <VersionsCard question={question} />
    </div>
  )
}
