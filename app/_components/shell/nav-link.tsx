'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import { cx } from '../ui/cx'

/** A link of the main menu; says where one is. */
export function NavLink({ href, children }: { href: string; children: ReactNode }) {
  const here = usePathname().startsWith(href)
  return (
    <Link
      href={href}
      aria-current={here ? 'page' : undefined}
      className={cx(
        'inline-flex min-h-11 items-center rounded-lg px-3 hover:bg-raised',
        here ? 'font-semibold text-accent' : 'text-muted',
      )}
    >
      {children}
    </Link>
  )
}
