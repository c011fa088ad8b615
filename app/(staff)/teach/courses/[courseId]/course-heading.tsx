import { getLocale, getTranslations } from 'next-intl/server'
import type { Localized } from '@/lib/core/localized'
import { viewerMayGrade } from '@/lib/server/viewer'
import { StaffHeading } from '../../staff-heading'

interface CourseHeadingProps {
  course: { readonly id: string; readonly title: Localized; readonly code: string; readonly term: string }
  here: 'exams' | 'gradebook' | 'review' | 'questions' | 'people' | 'audit'
  /** Whether the viewer may change the course: others do not see its people. */
  mayManage: boolean
}

/** Title of a course for its staff, and the ways between its pages. */
export async function CourseHeading({ course, here, mayManage }: CourseHeadingProps) {
  const [t, tTeach, locale, mayGrade] = await Promise.all([
    getTranslations('course'),
    getTranslations('teach'),
    getLocale(),
    viewerMayGrade({ courseId: course.id }),
  ])
  const pages = [
    ['exams', `/teach/courses/${course.id}`],
    ['gradebook', `/teach/courses/${course.id}/gradebook`],
    ...(mayGrade ? ([['review', `/teach/courses/${course.id}/review`]] as const) : []),
    ['questions', `/teach/courses/${course.id}/questions`],
    ...(mayManage ? ([['people', `/teach/courses/${course.id}/people`]] as const) : []),
    ['audit', `/teach/courses/${course.id}/audit`],
  ] as const
  return (
    <StaffHeading
      back={{ href: '/teach', words: tTeach('back') }}
      about={`${course.term} · ${course.code}`}
      title={course.title[locale]}
      label={t('pages')}
      pages={pages.map(([place, href]) => ({ href, words: t(place), here: place === here }))}
    />
  )
}
