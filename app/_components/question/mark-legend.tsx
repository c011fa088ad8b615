import { useTranslations } from 'next-intl'
import type { Evidence } from '@/lib/question/grade-result'
import { cx } from '../ui/cx'
import { evidenceRoles, roleLooks } from './evidence-role'

/** What the marks mean that occur in this answer. */
export function MarkLegend({ evidence }: { evidence: readonly Evidence[] }) {
  const t = useTranslations('question.grade')
  const roles = evidenceRoles.filter((role) => evidence.some((mark) => mark.role === role)).reverse()
  return (
    <p className="flex flex-wrap gap-x-4 gap-y-1 text-muted text-xs">
      {roles.map((role) => (
        <span key={role} className="inline-flex items-center gap-1.5">
          <span
            aria-hidden
            className={cx('rounded-xs px-1 text-ink underline underline-offset-4', roleLooks[role].className)}
          >
            {`1${roleLooks[role].sign}`}
          </span>
          {t(role)}
        </span>
      ))}
    </p>
  )
}
