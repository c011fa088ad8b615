'use client'

import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { Button } from '@/app/_components/ui/button'
import { Notice } from '@/app/_components/ui/notice'
import { TextInput } from '@/app/_components/ui/text-input'
import { useFormAction } from '@/app/_components/use-form-action'
import { SHORTEST_PASSWORD } from '@/lib/core/password-rules'
import { changePassword } from './actions'

/** A new password for whoever knows the current one. */
export function PasswordForm({ email }: { email: string }) {
  const t = useTranslations('account')
  const { state, pending, form } = useFormAction(changePassword)
  const wrong = state.status === 'invalid' ? state.fields : {}
  const words = (key: string | undefined) =>
    key === undefined ? undefined : t(`wrong.${isWrong(key) ? key : 'wrong'}`, { least: SHORTEST_PASSWORD })
  // Passwords stay on the page no longer than they have to.
  const { ref } = form
  useEffect(() => {
    if (state.status === 'done') ref.current?.reset()
  }, [state, ref])
  return (
    <form {...form} className="max-w-md space-y-4">
      {/* Tells a password manager whose password it is. */}
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      <TextInput
        label={t('current')}
        name="current"
        type="password"
        autoComplete="current-password"
        error={words(wrong.current)}
      />
      <TextInput
        label={t('next')}
        hint={t('nextHint', { least: SHORTEST_PASSWORD })}
        name="next"
        type="password"
        autoComplete="new-password"
        error={words(wrong.next)}
      />
      {state.status === 'refused' && (
        <Notice tone="warn" role="alert">
          {t(`refused.${state.refusal.kind}`)}
        </Notice>
      )}
      {state.status === 'signed-out' && (
        <Notice tone="warn" role="alert">
          {t('refused.signed-out')}
        </Notice>
      )}
      {state.status === 'done' && (
        <Notice tone="good" role="status">
          {t('changed')} {t('ended', { count: state.done.ended })}
        </Notice>
      )}
      <p className="text-muted text-sm">{t('endsOthers')}</p>
      <Button type="submit" look="primary" disabled={pending}>
        {pending ? t('changing') : t('change')}
      </Button>
    </form>
  )
}

const wrongs = ['currentMissing', 'wrong', 'tooShort', 'tooLong', 'same'] as const
const isWrong = (key: string): key is (typeof wrongs)[number] => wrongs.some((each) => each === key)
