'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { signIn } from 'next-auth/react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { Button } from '@/app/_components/ui/button'
import { Card } from '@/app/_components/ui/card'
import { Notice } from '@/app/_components/ui/notice'
import { TextInput } from '@/app/_components/ui/text-input'

const inputSchema = z.object({
  email: z.string().trim().min(1, 'emailMissing'),
  password: z.string().min(1, 'passwordMissing'),
})
type Input = z.infer<typeof inputSchema>

interface DemoLogin {
  role: string
  name: string
  email: string
  password: string
}

export function SignInForm({ next, demoLogins }: { next: string; demoLogins: readonly DemoLogin[] }) {
  const t = useTranslations('signIn')
  const [problem, setProblem] = useState<'wrong' | 'tooMany' | 'offline' | null>(null)
  const { register, handleSubmit, setValue, formState } = useForm<Input>({
    resolver: zodResolver(inputSchema),
    defaultValues: { email: '', password: '' },
  })

  const submit = handleSubmit(async ({ email, password }) => {
    setProblem(null)
    const reply = await signIn('credentials', { email, password, redirect: false }).catch(() => undefined)
    if (!reply) return setProblem('offline')
    // A full load, so that nothing of whoever was here before stays in memory.
    if (reply.ok) return window.location.assign(next)
    setProblem(reply.error === 'too-many' ? 'tooMany' : 'wrong')
  })
  const message = (key: string | undefined) =>
    key === 'emailMissing' || key === 'passwordMissing' ? t(key) : undefined

  return (
    <div className="space-y-6">
      <Card>
        <form onSubmit={submit} noValidate className="space-y-4">
          {problem && (
            <Notice tone="bad" role="alert">
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
          <Button type="submit" look="primary" className="w-full" disabled={formState.isSubmitting}>
            {formState.isSubmitting ? t('working') : t('submit')}
          </Button>
        </form>
      </Card>
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
