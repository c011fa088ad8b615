import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { cx } from './cx'

const looks = {
  info: { Icon: Info, className: 'border-accent bg-accent-soft' },
  good: { Icon: CircleCheck, className: 'border-good bg-good-soft' },
  warn: { Icon: TriangleAlert, className: 'border-warn bg-warn-soft' },
  bad: { Icon: CircleAlert, className: 'border-bad bg-bad-soft' },
} as const

interface NoticeProps {
  tone?: keyof typeof looks
  title?: ReactNode
  children?: ReactNode
  className?: string
  /** 'alert' interrupts a screen reader, 'status' waits. */
  role?: 'alert' | 'status'
}

export function Notice({ tone = 'info', title, children, className, role }: NoticeProps) {
  const { Icon, className: look } = looks[tone]
  return (
    <div role={role} className={cx('flex gap-3 rounded-lg border-l-4 p-4', look, className)}>
      <Icon aria-hidden className="mt-0.5 size-5 shrink-0" />
      <div className="min-w-0 space-y-1">
        {title && <p className="font-semibold">{title}</p>}
        {children}
      </div>
    </div>
  )
}
