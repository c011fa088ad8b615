'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Button } from '@/app/_components/ui/button'
import { Notice } from '@/app/_components/ui/notice'
import { TextInput } from '@/app/_components/ui/text-input'
import { useFormAction } from '@/app/_components/use-form-action'
import { SHORTEST_PASSWORD } from '@/lib/core/password-rules'
import type { ActionState } from '@/lib/server/action'
import { confirmAddress, forgotPassword, resetPassword, signUp } from './actions'
import type { MailRefusal, Sent } from './input'

/** What became of ordering a mail, and what to do where none can be sent. */
function Outcome({ state, sent }: { state: ActionState<MailRefusal, Sent>; sent: string }) {
  const t = useTranslations('byMail')
  return (
    <div role="status" className="space-y-3">
      {state.status === 'refused' && <Notice tone="warn" title={t(`refused.${state.refusal.kind}`)} />}
      {state.status === 'done' && state.done.sends && <Notice tone="good">{sent}</Notice>}
      {state.status === 'done' && !state.done.sends && (
        <Notice tone="warn" title={t('noMail')}>
          {t('noMailText')}
        </Notice>
      )}
    </div>
  )
}

function EmailInput({ wrong }: { wrong: boolean }) {
  const t = useTranslations('byMail')
  return (
    <TextInput
      label={t('email')}
      name="email"
      type="email"
      autoComplete="username"
      maxLength={254}
      error={wrong ? t('wrong.email') : undefined}
    />
  )
}

export function ForgotForm() {
  const t = useTranslations('byMail')
  const { state, pending, form } = useFormAction(forgotPassword)
  const wrong = state.status === 'invalid' ? state.fields : {}
  return (
    <form {...form} className="space-y-4" aria-busy={pending}>
      <EmailInput wrong={wrong.email !== undefined} />
      <Outcome state={state} sent={t('forgot.sent')} />
      <Button type="submit" look="primary" className="w-full" disabled={pending}>
        {t('forgot.submit')}
      </Button>
    </form>
  )
}

export function SignUpForm() {
  const t = useTranslations('byMail')
  const { state, pending, form } = useFormAction(signUp)
  const wrong = state.status === 'invalid' ? state.fields : {}
  return (
    <form {...form} className="space-y-4" aria-busy={pending}>
      <TextInput
        label={t('name')}
        name="name"
        autoComplete="name"
        maxLength={200}
        error={wrong.name && t('wrong.name')}
      />
      <EmailInput wrong={wrong.email !== undefined} />
      <NewPassword wrong={wrong.password} />
      <Outcome state={state} sent={t('signUp.sent')} />
      <Button type="submit" look="primary" className="w-full" disabled={pending}>
        {t('signUp.submit')}
      </Button>
    </form>
  )
}

export function ResetForm({ token, email }: { token: string; email: string }) {
  const t = useTranslations('byMail')
  const { state, pending, form } = useFormAction(resetPassword)
  const wrong = state.status === 'invalid' ? state.fields : {}
  return (
    <form {...form} className="space-y-4" aria-busy={pending}>
      <input type="hidden" name="token" value={token} />
      {/* Tells a password manager whose password it is. */}
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      <NewPassword wrong={wrong.password} />
      <p role="status" className="text-bad text-sm">
        {state.status === 'refused' && t(`refused.${state.refusal.kind}`)}
      </p>
      <Button type="submit" look="primary" disabled={pending}>
        {t('reset.submit')}
      </Button>
    </form>
  )
}

export function ConfirmForm({ token, kind }: { token: string; kind: 'address' | 'sign-up' }) {
  const t = useTranslations('byMail')
  const { state, pending, form } = useFormAction(confirmAddress)
  if (state.status === 'done')
    return (
      <div className="space-y-4">
        <Notice tone="good" role="status">
          {t(state.done.made ? 'confirm.made' : 'confirm.proven')}
        </Notice>
        <Button asChild look="primary">
          <Link href={state.done.made ? '/sign-in' : '/account'}>
            {t(state.done.made ? 'confirm.signIn' : 'confirm.account')}
          </Link>
        </Button>
      </div>
    )
  return (
    <form {...form} className="space-y-4" aria-busy={pending}>
      <input type="hidden" name="token" value={token} />
      <p role="status" className="text-bad text-sm">
        {state.status === 'refused' && t(`refused.${state.refusal.kind}`)}
      </p>
      <Button type="submit" look="primary" disabled={pending}>
        {t(`confirm.${kind}`)}
      </Button>
    </form>
  )
}

function NewPassword({ wrong }: { wrong: string | undefined }) {
  const t = useTranslations('byMail')
  return (
    <TextInput
      label={t('password')}
      hint={t('passwordHint', { least: SHORTEST_PASSWORD })}
      name="password"
      type="password"
      autoComplete="new-password"
      error={
        wrong && t(wrong === 'tooLong' ? 'wrong.tooLong' : 'wrong.tooShort', { least: SHORTEST_PASSWORD })
      }
    />
  )
}
