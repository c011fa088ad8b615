import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { Badge } from '@/app/_components/ui/badge'
import { Button } from '@/app/_components/ui/button'
import { Card } from '@/app/_components/ui/card'
import { SelectInput } from '@/app/_components/ui/select-input'
import { TextInput } from '@/app/_components/ui/text-input'
import { services } from '@/lib/server/services'
import { requireStaff } from '@/lib/server/viewer'
import type { BankEntry } from '@/lib/use-cases/question-bank'
import { CourseHeading } from '../course-heading'
import { NewQuestion } from './new-question'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('bank'))('title') }
}

interface Props {
  params: Promise<{ courseId: string }>
  searchParams: Promise<Record<'q' | 'archived' | 'type' | 'tag', string | string[] | undefined>>
}

/** Whether every word that was looked for is in the title, a tag or the type. */
function matches(entry: BankEntry, typeTitle: string, query: string): boolean {
  const text = [entry.title.ko, entry.title.en, ...entry.tags, typeTitle].join(' ').toLowerCase()
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}

export default async function BankPage({ params, searchParams }: Props) {
  const { courseId } = await params
  const viewer = await requireStaff(`/teach/courses/${courseId}/questions`)
  const { bank: store, questions: types } = services().deps
  const bank = await store.findBank({ courseId, viewer })
  if (!bank) notFound()
  const { q, archived, type, tag } = await searchParams
  const query = typeof q === 'string' ? q.slice(0, 200) : ''
  const withArchived = archived === '1'
  const [t, locale] = await Promise.all([getTranslations('bank'), getLocale()])
  const titleOf = (slug: string) => types.find(slug)?.title[locale] ?? slug
  const shown = bank.questions.filter(
    (entry) =>
      (withArchived || entry.archivedAt === null) &&
      (!type || entry.type === type) &&
      (!tag || entry.tags.some((each) => each === tag)) &&
      matches(entry, titleOf(entry.type), query),
  )
  const tags = [...new Set(bank.questions.flatMap((entry) => entry.tags))].sort()
  const chosen = shown.length === bank.questions.length ? '' : shown.map(({ id }) => `&id=${id}`).join('')
  const files = [
    ['json', `/api/courses/${courseId}/questions.json`],
    ['moodle', `/api/courses/${courseId}/questions.moodle.zip`],
    ['qti', `/api/courses/${courseId}/questions.qti.zip`],
  ] as const
  return (
    <div className="space-y-6">
      <CourseHeading course={bank.course} here="questions" mayManage={bank.mayManage} />
      {bank.mayManage && (
        <NewQuestion
          courseId={courseId}
          types={types.all.flatMap((type) => [
            [type.slug, type.title[locale]] as const,
            ...type.examples.map(
              ({ id, title }) => [`${type.slug}/${id}`, `${type.title[locale]}: ${title[locale]}`] as const,
            ),
          ])}
        />
      )}
      <form className="flex flex-wrap items-end gap-3">
        <TextInput label={t('search')} name="q" type="search" defaultValue={query} className="min-w-56" />
        <SelectInput
          label={t('filter.type')}
          name="type"
          defaultValue={typeof type === 'string' ? type : ''}
          options={[
            ['', t('filter.any')],
            ...types.all.map(({ slug, title }) => [slug, title[locale]] as const),
          ]}
        />
        {tags.length > 0 && (
          <SelectInput
            label={t('filter.tag')}
            name="tag"
            defaultValue={typeof tag === 'string' ? tag : ''}
            options={[['', t('filter.any')], ...tags.map((each) => [each, each] as const)]}
          />
        )}
        <label className="flex min-h-11 items-center gap-2">
          <input type="checkbox" name="archived" value="1" defaultChecked={withArchived} className="size-5" />
          {t('withArchived')}
        </label>
        <Button type="submit">{t('find')}</Button>
      </form>
      <Card>
        {shown.length === 0 ? (
          <p className="text-muted">{bank.questions.length === 0 ? t('empty') : t('noMatch')}</p>
        ) : (
          <ul className="divide-y divide-line">
            {shown.map((entry) => (
              <li key={entry.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-3">
                <div>
                  <Link
                    href={`/teach/questions/${entry.id}`}
                    className="inline-flex min-h-11 items-center font-medium text-accent hover:underline"
                  >
                    {entry.title[locale]}
                  </Link>
                  <p className="text-muted text-sm">
                    {[titleOf(entry.type), ...entry.tags.map((tag) => `#${tag}`)].join(' · ')}
                  </p>
                </div>
                <p className="flex flex-wrap gap-2">
                  {entry.archivedAt && <Badge>{t('archived')}</Badge>}
                  {entry.hasDraft && <Badge tone="warn">{t('draft')}</Badge>}
                  {entry.version > 0 && <Badge tone="good">{t('version', { number: entry.version })}</Badge>}
                </p>
              </li>
            ))}
          </ul>
        )}
      </Card>
      {bank.shared.length > 0 && (
        <Card aria-labelledby="shared" className="space-y-3">
          <h2 id="shared" className="font-semibold text-lg">
            {t('sharing.fromOthers')}
          </h2>
          <ul className="divide-y divide-line">
            {bank.shared.map((entry) => (
              <li key={entry.id} className="py-2">
                <Link
                  href={`/teach/questions/${entry.id}`}
                  className="inline-flex min-h-11 items-center font-medium text-accent hover:underline"
                >
                  {entry.title[locale]}
                </Link>
                <p className="text-muted text-sm">{[titleOf(entry.type), entry.from[locale]].join(' · ')}</p>
              </li>
            ))}
          </ul>
        </Card>
      )}
      <p className="flex flex-wrap gap-x-6 gap-y-1">
        {shown.length > 0 &&
          files.map(([name, address]) => (
            <a
              key={name}
              href={`${address}?lang=${locale}${chosen}`}
              className="inline-flex min-h-11 items-center text-accent hover:underline"
            >
              {t(`files.${name}`)}
            </a>
          ))}
        {bank.mayManage && (
          <Link
            href={`/teach/courses/${courseId}/questions/import`}
            className="inline-flex min-h-11 items-center text-accent hover:underline"
          >
            {t('files.importTitle')}
          </Link>
        )}
      </p>
    </div>
  )
}
