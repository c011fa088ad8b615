import type { ComponentProps } from 'react'
import { cx } from './cx'

export const Card = ({ className, ...rest }: ComponentProps<'section'>) => (
  <section {...rest} className={cx('rounded-xl border border-line bg-surface p-5 sm:p-6', className)} />
)
