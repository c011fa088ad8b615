'use client'

import { ChevronDown } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { Badge } from '@/app/_components/ui/badge'
import { AccommodationForm } from './accommodation-form'
import { ExceptionForm } from './exception-form'
import { Outcome } from './outcome'
import { hasAccommodation, hasException, type Person } from './person'

/** One student: what comes of the rules for them, and on demand the forms that change it. */
export function PersonEntry({ examId, person }: { examId: string; person: Person }) {
  const t = useTranslations('people')
  const id = useId()
  // Two hundred students are two hundred pairs of forms: only those that are opened are drawn.
  const [open, setOpen] = useState(false)
  return (
    <>
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 p-4">
        <div className="min-w-0">
          <p className="flex flex-wrap items-center gap-2 font-medium">
            {person.name}
            {hasAccommodation(person) && <Badge tone="accent">{t('accommodation')}</Badge>}
            {hasException(person) && <Badge tone="warn">{t('exception')}</Badge>}
          </p>
          <p className="break-words text-muted text-sm">{person.email}</p>
        </div>
        <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
          <Outcome outcome={person.outcome} />
          <button
            type="button"
            aria-expanded={open}
            aria-controls={id}
            aria-label={t('change', { name: person.name })}
            onClick={() => setOpen(!open)}
            className="inline-flex min-h-11 items-center gap-2 rounded-lg border border-line-strong px-3 hover:bg-raised"
          >
            {t('edit')}
            <ChevronDown aria-hidden className={open ? 'size-4 rotate-180' : 'size-4'} />
          </button>
        </div>
      </div>
      <div id={id} hidden={!open} className="space-y-8 border-line border-t bg-paper p-4">
        {open && (
          <>
            <AccommodationForm examId={examId} person={person} />
            <ExceptionForm examId={examId} person={person} />
          </>
        )}
      </div>
    </>
  )
}
