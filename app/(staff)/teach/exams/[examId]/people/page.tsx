import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { attemptsAllowed } from '@/lib/exam/attempt'
import { personalWindow, timeLimit } from '@/lib/exam/schedule'
import { services } from '@/lib/server/services'
import { requireStaff } from '@/lib/server/viewer'
import { timeTerms } from '@/lib/use-cases/records'
import { ExamHeading } from '../exam-heading'
import { PeopleList } from './people-list'

interface Props {
  params: Promise<{ examId: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('people'))('title') }
}

/** What holds for each student of an exam, and what comes of it; for those who may change it. */
export default async function PeoplePage({ params }: Props) {
  const { examId } = await params
  const viewer = await requireStaff(`/teach/exams/${examId}/people`)
  const managed = await services().deps.terms.findManaged({ examId, viewer })
  if (!managed) notFound()
  const t = await getTranslations('people')
  const { exam } = managed
  return (
    <div className="space-y-6">
      <ExamHeading exam={exam} here="people" mayManage />
      <p className="text-muted">{t('intro')}</p>
      <PeopleList
        examId={exam.id}
        people={managed.people.map((person) => {
          const terms = timeTerms({ exam, ...person })
          return {
            ...person,
            outcome: {
              limit: timeLimit(terms),
              ...personalWindow(terms),
              attempts: attemptsAllowed(exam.rules, person.exception),
            },
          }
        })}
      />
    </div>
  )
}
