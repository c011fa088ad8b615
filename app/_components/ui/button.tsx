import { Slot } from 'radix-ui'
import type { ComponentProps } from 'react'
import { cx } from './cx'

const looks = {
  primary: 'bg-accent text-accent-ink hover:brightness-110',
  secondary: 'border border-line-strong bg-surface text-ink hover:bg-raised',
  quiet: 'text-ink hover:bg-raised',
  danger: 'border border-bad bg-surface text-bad hover:bg-bad-soft',
} as const

interface ButtonProps extends ComponentProps<'button'> {
  look?: keyof typeof looks
  size?: 'normal' | 'small'
  /** Gives the look to the only child (a link) instead of a button. */
  asChild?: boolean
}

export function Button({ look = 'secondary', size = 'normal', asChild, className, ...rest }: ButtonProps) {
  const Tag = asChild ? Slot.Root : 'button'
  return (
    <Tag
      {...(asChild ? {} : { type: 'button' as const })}
      {...rest}
      className={cx(
        'inline-flex items-center justify-center gap-2 rounded-lg font-medium transition-colors disabled:opacity-55',
        size === 'small' ? 'min-h-9 px-3 text-sm' : 'min-h-11 px-4',
        looks[look],
        className,
      )}
    />
  )
}
