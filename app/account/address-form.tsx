'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/app/_components/ui/button'
import { Notice } from '@/app/_components/ui/notice'
import { TextInput } from '@/app/_components/ui/text-input'
import { useFormAction } from '@/app/_components/use-form-action'
import type { ActionState } from '@/lib/server/action'
import { firstPassword, proveAddress } from './actions'
import type { AddressRefusal, Sent } from './input'

function Outcome({ state }: { state: ActionState<AddressRefusal, Sent> }) {
  const t = useTranslations('account')
  return (
    <div role="status">
      {state.status === 'refused' && <Notice tone="warn">{t('refused.too-many-mails')}</Notice>}
      {state.status === 'signed-out' && <Notice tone="warn">{t('refused.signed-out')}</Notice>}
      {state.status === 'done' && (
        <Notice tone={state.done.sends ? 'good' : 'warn'}>{t(state.done.sends ? 'sent' : 'noMail')}</Notice>
      )}
    </div>
  )
}

/** The address of the account: proven by a mail, or another that is to take its place. */
export function AddressForm({
  email,
  proven,
  hasPassword,
}: {
  email: string | null
  proven: boolean
  hasPassword: boolean
}) {
  const t = useTranslations('account')
  const { state, pending, form } = useFormAction(proveAddress)
  const [typed, setTyped] = useState(email ?? '')
  const wrong = state.status === 'invalid' ? state.fields : {}
  const isSame = typed.trim().toLowerCase() === email?.toLowerCase()
  return (
    <form {...form} className="max-w-md space-y-4" aria-busy={pending}>
      <TextInput
        label={t('email')}
        name="email"
        type="email"
        autoComplete="email"
        maxLength={254}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        hint={
          email === null ? t('addressMissing') : isSame ? t(proven ? 'proven' : 'unproven') : t('addressHint')
        }
        error={wrong.email && t('wrong.email')}
      />
      {hasPassword && !isSame && (
        <TextInput
          label={t('current')}
          name="current"
          type="password"
          autoComplete="current-password"
          error={wrong.current && t('wrong.wrong')}
        />
      )}
      <Outcome state={state} />
      {!(isSame && proven) && (
        <Button type="submit" disabled={pending}>
          {t(isSame ? 'prove' : 'changeAddress')}
        </Button>
      )}
    </form>
  )
}

/** For an account without a password: a link to set the first one, by mail. */
export function FirstPasswordForm() {
  const t = useTranslations('account')
  const { state, pending, form } = useFormAction(firstPassword)
  return (
    <form {...form} className="max-w-md space-y-4" aria-busy={pending}>
      <input type="hidden" name="confirmed" value="yes" />
      <Outcome state={state} />
      <Button type="submit" disabled={pending}>
        {t('firstPassword')}
      </Button>
    </form>
  )
}
