import { getLocale, getTranslations } from 'next-intl/server'
import { viewerMayGrade } from '@/lib/server/viewer'
import type { ExamRecord } from '@/lib/use-cases/records'
import { StaffHeading } from '../../staff-heading'

type Place =
  | 'live'
  | 'attempts'
  | 'review'
  | 'build'
  | 'rules'
  | 'people'
  | 'statistics'
  | 'regrade'
  | 'export'
  | 'lms'

/** Title of an exam for its staff, and the ways between its pages; some are for managers or graders alone. */
export async function ExamHeading({
  exam,
  here,
  mayManage,
}: {
  exam: ExamRecord
  here: Place
  mayManage: boolean
}) {
  const [t, tTeach, locale, mayGrade] = await Promise.all([
    getTranslations('terms.pages'),
    getTranslations('teach'),
    getLocale(),
    viewerMayGrade({ examId: exam.id }),
  ])
  const all = [
    ['attempts', `/teach/exams/${exam.id}`, 'staff'],
    ['live', `/teach/exams/${exam.id}/live`, 'staff'],
    ['review', `/teach/exams/${exam.id}/review`, 'graders'],
    ['build', `/teach/exams/${exam.id}/build`, 'managers'],
    ['rules', `/teach/exams/${exam.id}/rules`, 'managers'],
    ['people', `/teach/exams/${exam.id}/people`, 'managers'],
    ['statistics', `/teach/exams/${exam.id}/statistics`, 'staff'],
    ['regrade', `/teach/exams/${exam.id}/regrade`, 'managers'],
    ['export', `/teach/exams/${exam.id}/export`, 'staff'],
    ['lms', `/teach/exams/${exam.id}/lms`, 'managers'],
  ] as const
  const pages = all.filter(([, , who]) => mayManage || who === 'staff' || (who === 'graders' && mayGrade))
  return (
    <StaffHeading
      back={{ href: `/teach/courses/${exam.course.id}`, words: tTeach('backToCourse') }}
      about={`${exam.course.title[locale]} · ${exam.course.term}`}
      title={exam.title[locale]}
      label={t('label')}
      pages={pages.map(([place, href]) => ({ href, words: t(place), here: place === here }))}
    />
  )
}
