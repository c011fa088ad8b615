'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import Link from 'next/link'
import { signIn } from 'next-auth/react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { Button } from '@/app/_components/ui/button'
import { Card } from '@/app/_components/ui/card'
import { Notice } from '@/app/_components/ui/notice'
import { TextInput } from '@/app/_components/ui/text-input'
import { SHORTEST_PASSWORD } from '@/lib/core/password-rules'

const inputSchema = z
  .object({
    email: z.string().trim().min(1, 'emailMissing'),
    password: z.string().min(1, 'passwordMissing'),
    /** The one to come; asked for only where the password has to be changed. */
    next: z.string().min(SHORTEST_PASSWORD, 'nextShort').max(1024, 'nextShort').optional(),
  })
  .refine(({ password, next }) => next !== password, { path: ['next'], message: 'nextSame' })
type Input = z.infer<typeof inputSchema>

interface DemoLogin {
  role: string
  name: string
  email: string
  password: string
}

interface Props {
  next: string
  demoLogins: readonly DemoLogin[]
  /** What the provider is called; null where there is none. */
  singleSignOn: string | null
  mayMakeAccounts: boolean
}

/** Codes of the server, and the words for them. */
const problems = {
  'too-many': 'tooMany',
  'must-change': 'mustChange',
  deactivated: 'deactivated',
} as const
const isProblem = (code: string): code is keyof typeof problems => code in problems

export function SignInForm({ next, demoLogins, singleSignOn, mayMakeAccounts }: Props) {
  const t = useTranslations('signIn')
  const [problem, setProblem] = useState<
    (typeof problems)[keyof typeof problems] | 'wrong' | 'offline' | null
  >(null)
  const [mustChange, setMustChange] = useState(false)
  const { register, handleSubmit, setValue, formState } = useForm<Input>({
    resolver: zodResolver(inputSchema),
    defaultValues: { email: '', password: '' },
  })

  const submit = handleSubmit(async ({ email, password, next: chosen }) => {
    setProblem(null)
    const credentials = { email, password, ...(chosen === undefined ? {} : { next: chosen }) }
    const reply = await signIn('credentials', { ...credentials, redirect: false }).catch(() => undefined)
    if (!reply) return setProblem('offline')
    // A full load, so that nothing of whoever was here before stays in memory.
    if (reply.ok) return window.location.assign(next)
    const code = reply.error ?? ''
    if (code === 'must-change') setMustChange(true)
    setProblem(isProblem(code) ? problems[code] : 'wrong')
  })
  const message = (key: string | undefined) =>
    key === 'emailMissing' || key === 'passwordMissing' || key === 'nextShort' || key === 'nextSame'
      ? t(key, { least: SHORTEST_PASSWORD })
      : undefined

  return (
    <div className="space-y-6">
      <Card>
        <form onSubmit={submit} noValidate className="space-y-4">
          {problem && (
            <Notice tone={problem === 'mustChange' ? 'info' : 'bad'} role="alert">
              {t(problem)}
            </Notice>
          )}
          <TextInput
            label={t('email')}
            type="email"
            autoComplete="username"
            error={message(formState.errors.email?.message)}
            {...register('email')}
          />
          <TextInput
            label={t('password')}
            type="password"
            autoComplete="current-password"
            error={message(formState.errors.password?.message)}
            {...register('password')}
          />
          {mustChange && (
            <TextInput
              label={t('next')}
              hint={t('nextHint', { least: SHORTEST_PASSWORD })}
              type="password"
              autoComplete="new-password"
              error={message(formState.errors.next?.message)}
              {...register('next')}
            />
          )}
          <Button type="submit" look="primary" className="w-full" disabled={formState.isSubmitting}>
            {formState.isSubmitting ? t('working') : t('submit')}
          </Button>
        </form>
        {singleSignOn !== null && (
          <Button className="mt-4 w-full" onClick={() => void signIn('oidc', { callbackUrl: next })}>
            {t('singleSignOn', { name: singleSignOn })}
          </Button>
        )}
      </Card>
      <div className="flex flex-wrap gap-x-6">
        <Link href="/forgot" className="inline-flex min-h-11 items-center text-accent hover:underline">
          {t('forgot')}
        </Link>
        {mayMakeAccounts && (
          <Link href="/sign-up" className="inline-flex min-h-11 items-center text-accent hover:underline">
            {t('signUp')}
          </Link>
        )}
      </div>
      {demoLogins.length > 0 && (
        <section aria-labelledby="demo" className="space-y-2">
          <h2 id="demo" className="font-semibold">
            {t('demo')}
          </h2>
          <p className="text-muted text-sm">{t('demoHint')}</p>
          <ul className="divide-y divide-line rounded-xl border border-line bg-surface">
            {demoLogins.map((login) => (
              <li key={login.email}>
                <button
                  type="button"
                  className="flex min-h-12 w-full flex-wrap items-center justify-between gap-x-3 px-4 py-2 text-left hover:bg-raised"
                  onClick={() => {
                    setValue('email', login.email)
                    setValue('password', login.password)
                  }}
                >
                  <span>{login.name}</span>
                  <span className="text-muted text-sm">
                    {isRole(login.role) ? t(`roles.${login.role}`) : login.role} · {login.email}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

const isRole = (role: string): role is 'student' | 'instructor' | 'administrator' =>
  role === 'student' || role === 'instructor' || role === 'administrator'
