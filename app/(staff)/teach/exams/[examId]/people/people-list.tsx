'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { TextInput } from '@/app/_components/ui/text-input'
import type { Person } from './person'
import { PersonEntry } from './person-entry'

/** Every student of the exam; one opens where something is to be changed. */
export function PeopleList({ examId, people }: { examId: string; people: readonly Person[] }) {
  const t = useTranslations('people')
  const tTeach = useTranslations('teach')
  const [search, setSearch] = useState('')
  const sought = search.trim().toLowerCase()
  const found = people.filter(({ name, email }) => `${name} ${email ?? ''}`.toLowerCase().includes(sought))
  if (people.length === 0) return <p className="text-muted">{t('empty')}</p>
  return (
    <div className="space-y-3">
      <TextInput
        label={tTeach('search')}
        type="search"
        value={search}
        onChange={(event) => setSearch(event.target.value)}
        className="max-w-sm"
      />
      {found.length === 0 && <p className="text-muted">{tTeach('noMatch')}</p>}
      <ul className="divide-y divide-line rounded-xl border border-line bg-surface">
        {found.map((person) => (
          <li key={person.userId}>
            <PersonEntry examId={examId} person={person} />
          </li>
        ))}
      </ul>
    </div>
  )
}
