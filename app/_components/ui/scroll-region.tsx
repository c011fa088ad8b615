import type { ReactNode } from 'react'
import { cx } from './cx'

/**
 * Scrolls sideways on narrow screens; takes the focus, so that the keyboard can scroll it too. What is for screen
 * readers alone is placed within it, and makes the page no wider.
 */
export function ScrollRegion({
  label,
  className,
  children,
}: {
  label: string
  className?: string
  children: ReactNode
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard.
    <section aria-label={label} tabIndex={0} className={cx('relative overflow-x-auto', className)}>
      {children}
    </section>
  )
}
