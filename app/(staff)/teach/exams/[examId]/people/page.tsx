import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { FindForm } from '@/app/_components/paging/find-form'
import { listQuerySchema, pageOf, searchOf } from '@/app/_components/paging/list-query'
import { Pager } from '@/app/_components/paging/pager'
import { attemptsAllowed } from '@/lib/exam/attempt'
import { personalWindow, timeLimit } from '@/lib/exam/schedule'
import { services } from '@/lib/server/services'
import { requireStaff } from '@/lib/server/viewer'
import { timeTerms } from '@/lib/use-cases/records'
import { ExamHeading } from '../exam-heading'
import { PersonEntry } from './person-entry'

interface Props {
  params: Promise<{ examId: string }>
  searchParams: Promise<Record<string, string | string[]>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('people'))('title') }
}

/** What holds for each student of an exam, and what comes of it; for those who may change it. */
export default async function PeoplePage({ params, searchParams }: Props) {
  const { examId } = await params
  const viewer = await requireStaff(`/teach/exams/${examId}/people`)
  const managed = await services().deps.terms.findManaged({ examId, viewer })
  if (!managed) notFound()
  const [t, tTeach] = await Promise.all([getTranslations('people'), getTranslations('teach')])
  const { exam, people } = managed
  const query = listQuerySchema.parse(await searchParams)
  const { rows, page, pages } = pageOf(people, query, ({ name, email }) => `${name} ${email ?? ''}`)
  return (
    <div className="space-y-6">
      <ExamHeading exam={exam} here="people" mayManage />
      <p className="text-muted">{t('intro')}</p>
      {people.length === 0 ? (
        <p className="text-muted">{t('empty')}</p>
      ) : (
        <div className="space-y-3">
          <FindForm query={query} label={tTeach('search')} />
          {rows.length === 0 && <p className="text-muted">{tTeach('noMatch')}</p>}
          <ul className="divide-y divide-line rounded-xl border border-line bg-surface empty:hidden">
            {rows.map((person) => {
              const terms = timeTerms({ exam, ...person })
              const outcome = {
                limit: timeLimit(terms),
                ...personalWindow(terms),
                attempts: attemptsAllowed(exam.rules, person.exception),
              }
              return (
                <li key={person.userId}>
                  <PersonEntry examId={exam.id} person={{ ...person, outcome }} />
                </li>
              )
            })}
          </ul>
          <Pager page={page} pages={pages} hrefOf={(to) => searchOf(query, { page: to })} />
        </div>
      )}
    </div>
  )
}
