import { Download } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { FindForm } from '@/app/_components/paging/find-form'
import { listQuerySchema, pageOf, searchOf } from '@/app/_components/paging/list-query'
import { Pager } from '@/app/_components/paging/pager'
import { Button } from '@/app/_components/ui/button'
import { Card } from '@/app/_components/ui/card'
import { shownAttempt } from '@/lib/exam/gradebook'
import { services } from '@/lib/server/services'
import { requireStaff } from '@/lib/server/viewer'
import { ExamHeading } from '../exam-heading'

interface Props {
  params: Promise<{ examId: string }>
  searchParams: Promise<Record<string, string | string[]>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('export'))('title') }
}

/** Files of an exam, and the sheets of its students. */
export default async function ExportPage({ params, searchParams }: Props) {
  const { examId } = await params
  const viewer = await requireStaff(`/teach/exams/${examId}/export`)
  const { exams, exports } = services().deps
  const [taught, book] = await Promise.all([
    exams.findTaughtExam({ examId, viewer }),
    exports.examGradebook({ examId, viewer }),
  ])
  if (!taught || !book) notFound()
  const [t, tTeach, locale] = await Promise.all([
    getTranslations('export'),
    getTranslations('teach'),
    getLocale(),
  ])
  const { exam, mayManage } = taught
  const courseId = exam.course.id
  const files = [
    ['csv', `/api/exams/${examId}/gradebook.csv`],
    ['xlsx', `/api/exams/${examId}/gradebook.xlsx`],
    ['courseCsv', `/api/courses/${courseId}/gradebook.csv`],
    ['courseXlsx', `/api/courses/${courseId}/gradebook.xlsx`],
    ...(mayManage
      ? ([
          ['jsonl', `/api/exams/${examId}/attempts.jsonl`],
          ['exam', `/api/exams/${examId}/exam.json`],
        ] as const)
      : []),
  ] as const
  const query = listQuerySchema.parse(await searchParams)
  const listed = pageOf(book.students, query, ({ name, email }) => `${name} ${email ?? ''}`)
  const students = listed.rows.map((student) => {
    const own = book.attempts.filter(({ userId, closedAt }) => userId === student.id && closedAt !== null)
    return { ...student, attemptId: shownAttempt(own, exam.rules.counts)?.id ?? null }
  })
  return (
    <div className="space-y-6">
      <ExamHeading exam={exam} here="export" mayManage={mayManage} />
      <Card aria-labelledby="files" className="space-y-4">
        <h2 id="files" className="font-semibold text-lg">
          {t('files')}
        </h2>
        <ul className="divide-y divide-line">
          {files.map(([name, address]) => (
            <li key={name} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
              <div className="min-w-0 flex-1 basis-64">
                <p className="font-medium">{t(`file.${name}`)}</p>
                <p className="text-muted text-sm">{t(`hint.${name}`)}</p>
              </div>
              <Button asChild>
                <a href={`${address}?lang=${locale}`} download>
                  <Download aria-hidden className="size-4" />
                  {t('download')}
                  <span className="sr-only">: {t(`file.${name}`)}</span>
                </a>
              </Button>
            </li>
          ))}
        </ul>
      </Card>
      <section aria-labelledby="students" className="space-y-3">
        <h2 id="students" className="font-semibold text-lg">
          {t('students')}
        </h2>
        <p className="text-muted">{t(mayManage ? 'studentsHint' : 'sheetsHint')}</p>
        <FindForm query={query} label={tTeach('search')} />
        {students.length === 0 && <p className="text-muted">{tTeach('noMatch')}</p>}
        <ul className="divide-y divide-line rounded-xl border border-line bg-surface empty:hidden">
          {students.map((student) => (
            <li key={student.id} className="flex flex-wrap items-center justify-between gap-x-6 px-4 py-1.5">
              <span>{student.name}</span>
              <span className="flex gap-4">
                {student.attemptId ? (
                  <Link
                    href={`/teach/attempts/${student.attemptId}/sheet`}
                    className="inline-flex min-h-11 items-center text-accent underline"
                  >
                    {t('sheet')}
                    <span className="sr-only">: {student.name}</span>
                  </Link>
                ) : (
                  <span className="inline-flex min-h-11 items-center text-muted text-sm">
                    {t('noAttempt')}
                  </span>
                )}
                {mayManage && (
                  <Link
                    href={`/teach/courses/${courseId}/students/${student.id}/data`}
                    className="inline-flex min-h-11 items-center text-accent underline"
                  >
                    {t('data')}
                    <span className="sr-only">: {student.name}</span>
                  </Link>
                )}
              </span>
            </li>
          ))}
        </ul>
        <Pager page={listed.page} pages={listed.pages} hrefOf={(to) => searchOf(query, { page: to })} />
      </section>
    </div>
  )
}
