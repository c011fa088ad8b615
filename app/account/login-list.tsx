'use client'

import { useTranslations } from 'next-intl'
import { Badge } from '@/app/_components/ui/badge'
import { Button } from '@/app/_components/ui/button'
import { Notice } from '@/app/_components/ui/notice'
import { useFormAction } from '@/app/_components/use-form-action'
import { endLogins } from './actions'

interface ShownLogin {
  readonly id: string
  readonly isThis: boolean
  readonly kind: 'password' | 'lms' | 'sso'
  /** As far as its browser says. */
  readonly device: string
  /** Times in words, written by the server: browsers write dates in other ways. */
  readonly since: string
  readonly lastSeen: string | null
  readonly until: string
}

/** The person's living logins; each but this one can be ended here, this one by signing out. */
export function LoginList({ logins }: { logins: readonly ShownLogin[] }) {
  const t = useTranslations('account')
  const { state, pending, form } = useFormAction(endLogins)
  const others = logins.filter(({ isThis }) => !isThis)
  return (
    <div className="space-y-4">
      <ul className="divide-y divide-line rounded-lg border border-line">
        {logins.map((login) => (
          <li key={login.id} className="flex items-center justify-between gap-3 px-4 py-2">
            <p className="min-h-11 min-w-0 content-center tabular-nums">
              {login.device} · {t(`kind.${login.kind}`)}
              <span className="block text-muted text-sm">
                {t('since', { when: login.since })}
                {login.lastSeen !== null && ` · ${t('lastSeen', { when: login.lastSeen })}`}
                {` · ${t('until', { when: login.until })}`}
              </span>
            </p>
            {login.isThis ? (
              <Badge tone="accent" className="shrink-0">
                {t('thisOne')}
              </Badge>
            ) : (
              <form {...form} className="shrink-0">
                <Button
                  type="submit"
                  name="loginId"
                  value={login.id}
                  look="danger"
                  disabled={pending}
                  aria-label={t('endOne', { when: login.since })}
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
