'use client'

import { signIn } from 'next-auth/react'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { Button } from '@/app/_components/ui/button'
import { Notice } from '@/app/_components/ui/notice'
import { TextInput } from '@/app/_components/ui/text-input'
import { useFormAction } from '@/app/_components/use-form-action'
import { beginLink, joinAccounts, removeWayIn } from './actions'

export interface ShownWayIn {
  /** Id of the identity, or 'password'. */
  readonly which: string
  readonly kind: 'password' | 'lms' | 'sso'
  readonly name: string
}

/** The ways into the account; each can be taken away while another remains. */
export function WaysIn({
  ways,
  singleSignOn,
}: {
  ways: readonly ShownWayIn[]
  /** What the provider is called that can be added; null for none. */
  singleSignOn: string | null
}) {
  const t = useTranslations('account')
  const { state, pending, form } = useFormAction(removeWayIn)
  return (
    <div className="space-y-4">
      <ul className="divide-y divide-line rounded-lg border border-line">
        {ways.map(({ which, kind, name }) => (
          <li key={which} className="flex flex-wrap items-center justify-between gap-x-3 px-4 py-2">
            <p className="min-h-11 min-w-0 content-center break-words">
              {t(`kind.${kind}`)}
              <span className="block break-all text-muted text-sm">{name}</span>
            </p>
            {ways.length > 1 && (
              <form {...form}>
                <Button
                  type="submit"
                  name="which"
                  value={which}
                  look="danger"
                  disabled={pending}
                  aria-label={t('removeOne', { name: `${t(`kind.${kind}`)} ${name}` })}
                >
                  {t('remove')}
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
      <div role="status">
        {state.status === 'done' && <Notice tone="good">{t('removed')}</Notice>}
        {state.status === 'refused' && <Notice tone="warn">{t(`refused.${state.refusal.kind}`)}</Notice>}
        {state.status === 'signed-out' && <Notice tone="warn">{t('refused.signed-out')}</Notice>}
      </div>
      {singleSignOn !== null && (
        <LinkForm
          words={t('addSso', { name: singleSignOn })}
          hasPassword={ways.some(({ kind }) => kind === 'password')}
        />
      )}
    </div>
  )
}

/** Goes to the provider, to prove the identity there that is then added here. */
function LinkForm({ words, hasPassword }: { words: string; hasPassword: boolean }) {
  const t = useTranslations('account')
  const { state, pending, form } = useFormAction(beginLink)
  const wrong = state.status === 'invalid' ? state.fields : {}
  useEffect(() => {
    if (state.status === 'done') void signIn('oidc', { callbackUrl: '/account?link=added' })
  }, [state])
  return (
    <form {...form} className="max-w-md space-y-4" aria-busy={pending}>
      {hasPassword && (
        <TextInput
          label={t('current')}
          name="current"
          type="password"
          autoComplete="current-password"
          error={wrong.current && t('wrong.wrong')}
        />
      )}
      {(state.status === 'signed-out' || state.status === 'refused') && (
        <Notice tone="warn" role="alert">
          {t(state.status === 'refused' ? 'refused.too-many' : 'refused.signed-out')}
        </Notice>
      )}
      <Button type="submit" disabled={pending || state.status === 'done'}>
        {words}
      </Button>
    </form>
  )
}

/** For an account that a launch made: into the one that its owner had before. */
export function JoinAccountsForm({ singleSignOn }: { singleSignOn: string | null }) {
  const t = useTranslations('account')
  const { state, pending, form } = useFormAction(joinAccounts)
  const wrong = state.status === 'invalid' ? state.fields : {}
  return (
    <div className="max-w-md space-y-4">
      <form {...form} className="space-y-4" aria-busy={pending}>
        <TextInput
          label={t('email')}
          name="email"
          type="email"
          autoComplete="username"
          error={wrong.email && t('wrong.email')}
        />
        <TextInput
          label={t('joinPassword')}
          name="password"
          type="password"
          autoComplete="current-password"
          error={
            wrong.password && t(wrong.password === 'wrongLogin' ? 'wrong.wrongLogin' : 'wrong.currentMissing')
          }
        />
        <div role="status">
          {state.status === 'refused' && <Notice tone="warn">{t(`refused.${state.refusal.kind}`)}</Notice>}
          {state.status === 'signed-out' && <Notice tone="warn">{t('refused.signed-out')}</Notice>}
        </div>
        <Button type="submit" disabled={pending}>
          {t('joinSubmit')}
        </Button>
      </form>
      {singleSignOn !== null && <LinkForm words={t('joinSso', { name: singleSignOn })} hasPassword={false} />}
    </div>
  )
}
