import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { GradeView } from '@/app/_components/question/grade-view'
import { ResponseView } from '@/app/_components/question/response-view'
import { SolutionView } from '@/app/_components/question/solution-view'
import { Statement } from '@/app/_components/question/statement'
import { NavLink } from '@/app/_components/shell/nav-link'
import { Card } from '@/app/_components/ui/card'
import { services } from '@/lib/server/services'
import { requireStaff } from '@/lib/server/viewer'
import { sampleVariant } from '@/lib/use-cases/sample-variant'
import { MistakesTable } from '../../_variant/mistakes-table'
import { SeedForm } from '../../_variant/seed-form'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('variants'))('title') }
}

interface Props {
  params: Promise<{ slug: string }>
  searchParams: Promise<{ seed?: string | string[] }>
}

const MAX_SEED = 100

export default async function VariantPage({ params, searchParams }: Props) {
  const { slug } = await params
  await requireStaff(`/variants/${slug}`)
  const { seed: asked } = await searchParams
  const seed = (typeof asked === 'string' && asked !== '' ? asked : '1').slice(0, MAX_SEED)
  const { questions } = services().deps
  const sample = sampleVariant(questions, slug, seed)
  if (!sample) notFound()
  const [t, locale] = await Promise.all([getTranslations('variants'), getLocale()])
  const { question } = sample
  return (
    <div className="space-y-6">
      <div className="space-y-2">
        <h1 className="font-bold text-2xl">{t('title')}</h1>
        <p className="text-muted">{t('intro')}</p>
      </div>
      <nav aria-label={t('types')} className="flex flex-wrap gap-1">
        {questions.all.map((type) => (
          <NavLink key={type.slug} href={`/variants/${type.slug}`}>
            {type.title[locale]}
          </NavLink>
        ))}
      </nav>
      <SeedForm path={`/variants/${slug}`} seed={seed} />
      <Card className="space-y-4">
        <h2 className="font-semibold text-lg">{t('asStudent')}</h2>
        <Statement question={question} locale={locale} />
        <details>
          <summary className="min-h-11 cursor-pointer py-2 text-accent">{t('params')}</summary>
          <pre className="overflow-x-auto rounded-lg bg-raised p-3 text-sm">
            {JSON.stringify(sample.params, null, 2)}
          </pre>
        </details>
      </Card>
      <Card className="space-y-4">
        <h2 className="font-semibold text-lg">{t('key')}</h2>
        <ResponseView fields={question.fields} response={sample.reference} locale={locale} />
        <GradeView
          grade={sample.referenceGrade}
          response={sample.reference}
          fields={question.fields}
          locale={locale}
        />
        <SolutionView solution={sample.solution} grade={sample.referenceGrade} locale={locale} />
      </Card>
      <Card className="space-y-4">
        <h2 className="font-semibold text-lg">{t('mistakes')}</h2>
        <MistakesTable mistakes={sample.mistakes} />
      </Card>
    </div>
  )
}
