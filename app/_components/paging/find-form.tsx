'use client'

import Form from 'next/form'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { Button } from '@/app/_components/ui/button'
import { TextInput } from '@/app/_components/ui/text-input'
import type { ListQuery } from './list-query'

/** Typing pauses for so long before the list is asked for. */
const PAUSE_MS = 300

/** Looks for words in a list, as they are typed; its order stays. */
export function FindForm({ query: { q, sort, dir }, label }: { query: ListQuery; label: string }) {
  const t = useTranslations('paging')
  const form = useRef<HTMLFormElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  return (
    <Form
      ref={form}
      action={usePathname()}
      replace
      scroll={false}
      onSubmit={() => clearTimeout(timer.current)}
      className="flex flex-wrap items-end gap-3"
    >
      <TextInput
        label={label}
        name="q"
        type="search"
        defaultValue={q}
        className="min-w-48"
        // A link that is followed meanwhile wins.
        onBlur={({ relatedTarget }) => {
          if (relatedTarget instanceof HTMLAnchorElement) clearTimeout(timer.current)
        }}
        onChange={() => {
          clearTimeout(timer.current)
          timer.current = setTimeout(() => form.current?.requestSubmit(), PAUSE_MS)
        }}
      />
      {sort !== '' && <input type="hidden" name="sort" value={sort} />}
      {dir !== 'asc' && <input type="hidden" name="dir" value={dir} />}
      <Button type="submit">{t('find')}</Button>
    </Form>
  )
}
