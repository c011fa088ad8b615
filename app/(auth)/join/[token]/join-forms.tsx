'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/app/_components/ui/button'
import { TextInput } from '@/app/_components/ui/text-input'
import { useFormAction } from '@/app/_components/use-form-action'
import { join, joinAsNew, setUp } from './actions'

export function JoinForm({ token }: { token: string }) {
  const t = useTranslations('join')
  const { state, pending, form } = useFormAction(join)
  return (
    <form {...form} className="space-y-3" aria-busy={pending}>
      <input type="hidden" name="token" value={token} />
      <p role="status" className="text-bad text-sm">
        {state.status === 'refused' && t(state.refusal.kind)}
        {state.status === 'signed-out' && t('signedOut')}
      </p>
      <Button type="submit" look="primary" disabled={pending}>
        {t('join')}
      </Button>
    </form>
  )
}

export function NewAccountForm({ token }: { token: string }) {
  const t = useTranslations('join')
  const { state, pending, form } = useFormAction(joinAsNew)
  const wrong = state.status === 'invalid' ? state.fields : {}
  return (
    <form {...form} className="space-y-4" aria-busy={pending}>
      <input type="hidden" name="token" value={token} />
      <NameField wrong={wrong} />
      <TextInput
        label={t('email')}
        name="email"
        type="email"
        autoComplete="email"
        maxLength={320}
        error={wrong.email && t('wrong.email')}
      />
      <PasswordField wrong={wrong} />
      <p role="status" className="text-bad text-sm">
        {state.status === 'refused' && t(state.refusal.kind)}
      </p>
      <Button type="submit" look="primary" disabled={pending}>
        {t('create')}
      </Button>
    </form>
  )
}

export function SetUpForm({ token, name }: { token: string; name: string }) {
  const t = useTranslations('join')
  const { state, pending, form } = useFormAction(setUp)
  const wrong = state.status === 'invalid' ? state.fields : {}
  return (
    <form {...form} className="space-y-4" aria-busy={pending}>
      <input type="hidden" name="token" value={token} />
      <NameField wrong={wrong} name={name} />
      <PasswordField wrong={wrong} />
      <p role="status" className="text-bad text-sm">
        {state.status === 'refused' && t(state.refusal.kind)}
      </p>
      <Button type="submit" look="primary" disabled={pending}>
        {t('setUp')}
      </Button>
    </form>
  )
}

interface FieldProps {
  wrong: Readonly<Record<string, string>>
}

function NameField({ wrong, name }: FieldProps & { name?: string }) {
  const t = useTranslations('join')
  return (
    <TextInput
      label={t('name')}
      name="name"
      autoComplete="name"
      maxLength={200}
      defaultValue={name}
      error={wrong.name && t('wrong.name')}
    />
  )
}

function PasswordField({ wrong }: FieldProps) {
  const t = useTranslations('join')
  return (
    <TextInput
      label={t('password')}
      hint={t('passwordHint')}
      name="password"
      type="password"
      autoComplete="new-password"
      error={wrong.password && t('wrong.password')}
    />
  )
}
