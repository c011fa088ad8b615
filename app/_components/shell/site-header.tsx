import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import type { Viewer } from '@/lib/auth/sessions'
import type { Locale } from '@/lib/core/localized'
import { AccountLink } from './account-link'
import { DisplaySettings } from './display-settings'
import { NavLink } from './nav-link'
import { SignOutButton } from './sign-out-button'
import type { Theme } from './theme'

export async function SiteHeader({
  viewer,
  inFrame,
  locale,
  theme,
}: {
  viewer: Viewer | null
  /** The login is the frame's: its way in and out is the learning management system. */
  inFrame: boolean
  locale: Locale
  theme: Theme
}) {
  const t = await getTranslations('nav')
  return (
    <header className="no-print border-line border-b bg-surface">
      <div className="mx-auto flex max-w-5xl flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2 sm:px-6">
        <Link href="/" className="font-bold text-lg tracking-tight">
          quiz<span className="text-accent">grad</span>
        </Link>
        {viewer && !inFrame && (
          <nav aria-label={t('label')} className="order-last flex w-full gap-1 sm:order-none sm:w-auto">
            {!viewer.isStaff && <NavLink href="/exams">{t('exams')}</NavLink>}
            {viewer.isStaff && <NavLink href="/teach">{t('teach')}</NavLink>}
            {viewer.isStaff && <NavLink href="/variants">{t('variants')}</NavLink>}
            {viewer.isAdmin && <NavLink href="/admin">{t('admin')}</NavLink>}
          </nav>
        )}
        <div className="ml-auto flex items-center gap-1">
          <DisplaySettings locale={locale} theme={theme} />
          {viewer && !inFrame && <AccountLink label={t('account')} />}
          {viewer && !inFrame && (
            <SignOutButton label={t('signOut')} hint={t('signedInAs', { name: viewer.name })} />
          )}
        </div>
      </div>
    </header>
  )
}
