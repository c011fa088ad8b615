import { ArrowLeft } from 'lucide-react'
import Link from 'next/link'
import { cx } from '@/app/_components/ui/cx'

interface StaffHeadingProps {
  back: { readonly href: string; readonly words: string }
  /** Small, above the title. */
  about: string
  title: string
  /** What the ways between the pages are called. */
  label: string
  pages: readonly { readonly href: string; readonly words: string; readonly here: boolean }[]
}

/** Title of something that staff look after, the way back, and the ways between its pages. */
export function StaffHeading({ back, about, title, label, pages }: StaffHeadingProps) {
  return (
    <div className="space-y-4">
      <Link href={back.href} className="inline-flex min-h-11 items-center gap-2 text-muted hover:text-ink">
        <ArrowLeft aria-hidden className="size-4" />
        {back.words}
      </Link>
      <div>
        <p className="text-muted text-sm">{about}</p>
        <h1 className="font-bold text-2xl">{title}</h1>
      </div>
      <nav aria-label={label} className="flex flex-wrap gap-1 border-line border-b">
        {pages.map(({ href, words, here }) => (
          <Link
            key={href}
            href={href}
            aria-current={here ? 'page' : undefined}
            className={cx(
              '-mb-px inline-flex min-h-11 items-center border-b-2 px-3',
              here
                ? 'border-accent font-semibold text-accent'
                : 'border-transparent text-muted hover:text-ink',
            )}
          >
            {words}
          </Link>
        ))}
      </nav>
    </div>
  )
}
