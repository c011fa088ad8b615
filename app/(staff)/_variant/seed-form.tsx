'use client'

import { Shuffle } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { Button } from '@/app/_components/ui/button'
import { TextInput } from '@/app/_components/ui/text-input'

/** Picks a seed by hand or by chance; any text is a seed. */
export function SeedForm({ path, seed }: { path: string; seed: string }) {
  const t = useTranslations('variants')
  const router = useRouter()
  const [value, setValue] = useState(seed)
  const [pending, start] = useTransition()
  const show = (next: string) => {
    setValue(next)
    start(() => router.push(`${path}?seed=${encodeURIComponent(next)}`, { scroll: false }))
  }
  return (
    <form
      className="flex flex-wrap items-end gap-3"
      aria-busy={pending}
      onSubmit={(event) => {
        event.preventDefault()
        show(value)
      }}
    >
      <TextInput
        label={t('seed')}
        value={value}
        maxLength={100}
        onChange={(event) => setValue(event.target.value)}
        className="w-48"
      />
      <Button type="submit">{t('show')}</Button>
      <Button look="primary" onClick={() => show(String(crypto.getRandomValues(new Uint32Array(1))[0] ?? 1))}>
        <Shuffle aria-hidden className="size-4" />
        {t('shuffle')}
      </Button>
    </form>
  )
}
