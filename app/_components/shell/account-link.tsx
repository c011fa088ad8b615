'use client'

import { UserRound } from 'lucide-react'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { cx } from '../ui/cx'

export function AccountLink({ label }: { label: string }) {
  const here = usePathname() === '/account'
  return (
    <Link
      href="/account"
      aria-label={label}
      title={label}
      aria-current={here ? 'page' : undefined}
      className={cx(
        'inline-flex size-11 items-center justify-center rounded-lg hover:bg-raised',
        here ? 'text-accent' : 'text-muted',
      )}
    >
      <UserRound aria-hidden className="size-5" />
    </Link>
  )
}
