import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { Pager } from '@/app/_components/paging/pager'
import { SortHead } from '@/app/_components/paging/sort-head'
import { Badge, type Tone } from '@/app/_components/ui/badge'
import { Button } from '@/app/_components/ui/button'
import { ScrollRegion } from '@/app/_components/ui/scroll-region'
import { SelectInput } from '@/app/_components/ui/select-input'
import { TextInput } from '@/app/_components/ui/text-input'
import {
  GRADEBOOK_PAGE,
  type GradebookState,
  gradebookQuerySchema,
  gradebookSearch,
  gradebookStates,
} from '@/lib/exam/gradebook-query'
import { formatPoints } from '@/lib/exam/points'
import { services } from '@/lib/server/services'
import { requireStaff } from '@/lib/server/viewer'
import { CourseHeading } from '../course-heading'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('gradebook'))('title') }
}

interface Props {
  params: Promise<{ courseId: string }>
  searchParams: Promise<Record<string, string | string[]>>
}

const tones: Record<GradebookState, Tone> = {
  'not-started': 'neutral',
  working: 'good',
  'needs-review': 'warn',
  ungraded: 'warn',
  graded: 'neutral',
}

/** Students and their points in every exam, a page at a time, for everybody who teaches the course. */
export default async function GradebookPage({ params, searchParams }: Props) {
  const { courseId } = await params
  const viewer = await requireStaff(`/teach/courses/${courseId}/gradebook`)
  const query = gradebookQuerySchema.parse(await searchParams)
  const found = await services().deps.exports.gradebookPage({ courseId, viewer, query })
  if (!found) notFound()
  const [t, tPaging, locale] = await Promise.all([
    getTranslations('gradebook'),
    getTranslations('paging'),
    getLocale(),
  ])
  const pages = Math.max(1, Math.ceil(found.found / GRADEBOOK_PAGE))
  const columns = [
    ['name', t('student')],
    ...found.exams.map(({ id, title }) => [id, title[locale]] as const),
    ['total', t('total')],
  ] as const
  return (
    <div className="space-y-6">
      <CourseHeading course={found.course} here="gradebook" mayManage={found.mayManage} />
      <form className="flex flex-wrap items-end gap-3">
        <TextInput label={t('search')} name="q" type="search" defaultValue={query.q} className="min-w-48" />
        <SelectInput
          label={t('exam')}
          name="exam"
          defaultValue={query.exam}
          options={[['', t('anyExam')], ...found.exams.map(({ id, title }) => [id, title[locale]] as const)]}
        />
        <SelectInput
          label={t('state')}
          name="state"
          defaultValue={query.state}
          options={[
            ['', t('anyState')],
            ...gradebookStates.map((each) => [each, t(`states.${each}`)] as const),
          ]}
        />
        <input type="hidden" name="sort" value={query.sort} />
        <input type="hidden" name="dir" value={query.dir} />
        <Button type="submit">{tPaging('find')}</Button>
      </form>
      <p className="text-muted" role="status">
        {t('found', { count: found.found })}
      </p>
      <ScrollRegion label={t('title')} className="rounded-xl border border-line bg-surface">
        <table className="w-full text-left tabular-nums">
          <thead className="border-line border-b bg-raised text-sm">
            <tr>
              {columns.map(([key, words]) => (
                <SortHead
                  key={key}
                  words={words}
                  column={key}
                  sorted={query}
                  first={key === 'name' ? 'asc' : 'desc'}
                  hrefOf={(sort, dir) => gradebookSearch(query, { sort, dir })}
                  // Titles of exams may wrap, at words and not within them.
                  className={key === 'name' || key === 'total' ? 'whitespace-nowrap' : 'min-w-36 break-keep'}
                />
              ))}
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {found.rows.map(({ student, cells, total }) => (
              <tr key={student.id} className="hover:bg-raised">
                <th scope="row" className="whitespace-nowrap px-4 py-1.5 font-medium">
                  {student.name}
                  <span className="block font-normal text-muted text-sm max-sm:hidden">{student.email}</span>
                </th>
                {cells.map((cell, i) => (
                  <td key={found.exams[i]?.id} className="whitespace-nowrap px-4 py-1.5">
                    {cell === null ? (
                      <span className="text-muted">{t('states.not-started')}</span>
                    ) : (
                      <Link
                        href={`/teach/attempts/${cell.attemptId}`}
                        aria-label={t('open', {
                          name: student.name,
                          exam: found.exams[i]?.title[locale] ?? '',
                        })}
                        className="inline-flex min-h-11 items-center gap-2 text-accent hover:underline"
                      >
                        {cell.total !== null &&
                          `${formatPoints(cell.total)} / ${formatPoints(cell.possible)}`}
                        {cell.state !== 'graded' && (
                          <Badge tone={tones[cell.state]}>{t(`states.${cell.state}`)}</Badge>
                        )}
                      </Link>
                    )}
                  </td>
                ))}
                <td className="px-4 py-1.5 font-semibold">{total === null ? '–' : formatPoints(total)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {found.rows.length === 0 && <p className="p-4 text-muted">{t('nobody')}</p>}
      </ScrollRegion>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Pager page={found.page} pages={pages} hrefOf={(page) => gradebookSearch(query, { page })} />
        <p className="flex flex-wrap gap-x-4">
          {(['csv', 'xlsx'] as const).map((kind) => (
            <a
              key={kind}
              href={`/api/courses/${courseId}/gradebook.${kind}?lang=${locale}`}
              className="inline-flex min-h-11 items-center text-accent hover:underline"
            >
              {t('download', { kind: kind.toUpperCase() })}
            </a>
          ))}
        </p>
      </div>
    </div>
  )
}
