import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Button } from '@/app/_components/ui/button'

interface PagerProps {
  page: number
  pages: number
  /** The address of another page of the same list. */
  hrefOf: (page: number) => string
}

/** The ways between the pages of a list; nothing where there is but one. */
export function Pager({ page, pages, hrefOf }: PagerProps) {
  const t = useTranslations('paging')
  if (pages <= 1) return null
  return (
    <nav aria-label={t('label')} className="flex flex-wrap items-center gap-3">
      {page > 1 && (
        <Button asChild>
          <Link href={hrefOf(page - 1)}>{t('previous')}</Link>
        </Button>
      )}
      <span>{t('page', { page, pages })}</span>
      {page < pages && (
        <Button asChild>
          <Link href={hrefOf(page + 1)}>{t('next')}</Link>
        </Button>
      )}
    </nav>
  )
}
