'use client'

import { Circle, CircleCheck, CircleDashed, Flag, Send } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { cx } from '@/app/_components/ui/cx'
import { answeredState } from '@/lib/question/answered'
import type { RoomItem } from '@/lib/use-cases/read-attempt'
import type { Draft } from './drafts'

const icons = { empty: Circle, partial: CircleDashed, full: CircleCheck } as const

interface NavigatorProps {
  items: readonly RoomItem[]
  drafts: ReadonlyMap<string, Draft>
  flags: ReadonlySet<string>
  current: number | 'submit'
  go: (to: string) => void
}

/** The problems with what is answered and flagged, said in words as well as in signs. */
export function Navigator({ items, drafts, flags, current, go }: NavigatorProps) {
  const t = useTranslations('room')
  const look = (here: boolean) =>
    cx(
      'flex min-h-11 w-full items-center gap-2 rounded-lg border px-3 text-left',
      here
        ? 'border-accent bg-accent-soft font-semibold text-accent'
        : 'border-line bg-surface hover:bg-raised',
    )
  return (
    <nav aria-label={t('navigator')} className="lg:sticky lg:top-20 lg:self-start">
      <ul className="flex gap-2 max-lg:overflow-x-auto max-lg:pb-1 lg:flex-col">
        {items.map((item) => {
          const state = answeredState(item.question.fields, drafts.get(item.id)?.response ?? {})
          const Icon = icons[state]
          const flagged = flags.has(item.id)
          return (
            <li key={item.id} className="shrink-0">
              <button
                type="button"
                className={look(current === item.position)}
                aria-current={current === item.position ? 'step' : undefined}
                onClick={() => go(String(item.position))}
              >
                <Icon aria-hidden className={cx('size-4 shrink-0', state === 'full' && 'text-good')} />
                <span className="max-lg:sr-only">{t('problem', { number: item.position })}</span>
                <span aria-hidden className="lg:hidden">
                  {item.position}
                </span>
                <span className="sr-only">
                  {t(`state.${state}`)}
                  {flagged && `, ${t('flagged')}`}
                </span>
                {flagged && <Flag aria-hidden className="ml-auto size-4 fill-current text-warn" />}
              </button>
            </li>
          )
        })}
        <li className="shrink-0">
          <button
            type="button"
            className={look(current === 'submit')}
            aria-current={current === 'submit' ? 'step' : undefined}
            onClick={() => go('submit')}
          >
            <Send aria-hidden className="size-4" />
            {t('submit.title')}
          </button>
        </li>
      </ul>
    </nav>
  )
}
