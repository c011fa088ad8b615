import { ArrowRight } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { ExamRulesList } from '@/app/_components/exam-rules'
import { ExamStateBadge } from '@/app/_components/exam-state-badge'
import { Button } from '@/app/_components/ui/button'
import { Card } from '@/app/_components/ui/card'
import { services } from '@/lib/server/services'
import { requirePerson } from '@/lib/server/viewer'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('exams'))('title') }
}

export default async function ExamsPage() {
  const viewer = await requirePerson('/exams')
  const { deps } = services()
  const [t, locale, records] = await Promise.all([
    getTranslations('exams'),
    getLocale(),
    deps.exams.listForStudent(viewer.id),
  ])
  const now = deps.clock.now()
  return (
    <div className="space-y-6">
      <h1 className="font-bold text-2xl">{t('title')}</h1>
      {records.length === 0 && <p className="text-muted">{t('empty')}</p>}
      <ul className="grid gap-4 md:grid-cols-2">
        {records.map((record) => (
          <li key={record.exam.id}>
            <Card className="flex h-full flex-col gap-4">
              <div className="space-y-1">
                <p className="text-muted text-sm">
                  {record.exam.course.title[locale]} · {record.exam.course.term}
                </p>
                <div className="flex flex-wrap items-start justify-between gap-2">
                  <h2 className="font-semibold text-lg">{record.exam.title[locale]}</h2>
                  <ExamStateBadge record={record} now={now} />
                </div>
                <p>{record.exam.description[locale]}</p>
              </div>
              <ExamRulesList {...record} />
              <Button asChild look="primary" className="mt-auto self-start">
                <Link
                  href={`/exams/${record.exam.id}`}
                  aria-label={`${t('open')}: ${record.exam.title[locale]}`}
                >
                  {t('open')}
                  <ArrowRight aria-hidden className="size-4" />
                </Link>
              </Button>
            </Card>
          </li>
        ))}
      </ul>
    </div>
  )
}
