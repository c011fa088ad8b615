'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { Badge } from '@/app/_components/ui/badge'
import { Button } from '@/app/_components/ui/button'
import { Notice } from '@/app/_components/ui/notice'
import { useFormAction } from '@/app/_components/use-form-action'
import type { OwnLogin } from '@/lib/auth/own-logins'
import { endLogins } from './actions'

/** The person's living logins; each but this one can be ended here, this one by signing out. */
export function LoginList({ logins }: { logins: readonly OwnLogin[] }) {
  const t = useTranslations('account')
  const format = useFormatter()
  const { state, pending, form } = useFormAction(endLogins)
  const at = (date: Date) => format.dateTime(date, { dateStyle: 'medium', timeStyle: 'short' })
  const others = logins.filter(({ isThis }) => !isThis)
  return (
    <div className="space-y-4">
      <ul className="divide-y divide-line rounded-lg border border-line">
        {logins.map((login) => (
          <li key={login.id} className="flex flex-wrap items-center justify-between gap-3 px-4 py-2">
            <p className="min-h-11 content-center tabular-nums">
              {t('since', { when: at(login.since) })}
              <span className="block text-muted text-sm">{t('until', { when: at(login.until) })}</span>
            </p>
            {login.isThis ? (
              <Badge tone="accent">{t('thisOne')}</Badge>
            ) : (
              <form {...form}>
                <Button
                  type="submit"
                  name="loginId"
                  value={login.id}
                  look="danger"
                  disabled={pending}
                  aria-label={t('endOne', { when: at(login.since) })}
                >
                  {t('end')}
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {others.length === 0 && <p className="text-muted">{t('noOthers')}</p>}
      {state.status === 'done' && (
        <Notice tone="good" role="status">
          {t('ended', { count: state.done.ended })}
        </Notice>
      )}
      {state.status === 'signed-out' && (
        <Notice tone="warn" role="alert">
          {t('refused.signed-out')}
        </Notice>
      )}
      {others.length > 0 && (
        <form {...form}>
          <Button type="submit" look="danger" disabled={pending}>
            {t('endOthers')}
          </Button>
        </form>
      )}
    </div>
  )
}
