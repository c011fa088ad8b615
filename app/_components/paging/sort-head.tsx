import { ArrowDown, ArrowUp, ArrowUpDown } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { cx } from '@/app/_components/ui/cx'

type Direction = 'asc' | 'desc'

interface SortHeadProps {
  words: string
  column: string
  sorted: { readonly sort: string; readonly dir: Direction }
  /** Which way the column is sorted at the first press. */
  first: Direction
  hrefOf: (sort: string, dir: Direction) => string
  className?: string
}

/** The head of a column by which a list is put in order; pressed again, it turns round. */
export function SortHead({ words, column, sorted, first, hrefOf, className }: SortHeadProps) {
  const t = useTranslations('paging')
  const here = sorted.sort === column
  const dir = here && sorted.dir === first ? (first === 'asc' ? 'desc' : 'asc') : first
  const Sign = !here ? ArrowUpDown : sorted.dir === 'asc' ? ArrowUp : ArrowDown
  return (
    <th
      scope="col"
      aria-sort={here ? (sorted.dir === 'asc' ? 'ascending' : 'descending') : 'none'}
      className={cx('px-4 py-1 font-semibold', className)}
    >
      <Link
        href={hrefOf(column, dir)}
        scroll={false}
        className="inline-flex min-h-11 items-center gap-1"
        title={t('sortBy', { column: words })}
      >
        {words}
        <Sign aria-hidden className="size-3.5 shrink-0 text-muted" />
      </Link>
    </th>
  )
}
