import type { ComponentProps } from 'react'
import { cx } from './cx'

const tones = {
  neutral: 'bg-raised text-muted',
  accent: 'bg-accent-soft text-accent',
  good: 'bg-good-soft text-good',
  warn: 'bg-warn-soft text-warn',
  bad: 'bg-bad-soft text-bad',
} as const
export type Tone = keyof typeof tones

export const Badge = ({ tone = 'neutral', className, ...rest }: ComponentProps<'span'> & { tone?: Tone }) => (
  <span
    {...rest}
    className={cx(
      'inline-flex items-center gap-1 rounded-full px-2.5 py-0.5 font-medium text-sm',
      tones[tone],
      className,
    )}
  />
)
