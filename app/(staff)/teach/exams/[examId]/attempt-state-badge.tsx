'use client'

import { useTranslations } from 'next-intl'
import { Badge, type Tone } from '@/app/_components/ui/badge'
import type { AttemptRow } from './attempt-rows'

type State = AttemptRow['state']

const tones: Record<State, Tone> = {
  working: 'good',
  late: 'warn',
  grace: 'warn',
  expired: 'neutral',
  submitted: 'neutral',
  time: 'neutral',
  instructor: 'neutral',
}

/** Whether more time would still be of use. */
export const isRunning = (state: State): boolean =>
  state === 'working' || state === 'late' || state === 'grace'

export function AttemptStateBadge({ state }: { state: State }) {
  const t = useTranslations('time.state')
  return <Badge tone={tones[state]}>{t(state)}</Badge>
}
