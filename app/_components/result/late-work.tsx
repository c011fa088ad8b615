import { Clock } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import type { Locale } from '@/lib/core/localized'
import type { ResultItem } from '@/lib/use-cases/read-result'
import { ResponseView } from '../question/response-view'
import { Badge } from '../ui/badge'

interface LateWorkProps {
  item: ResultItem
  audience: 'student' | 'staff'
  locale: Locale
}

/** Work that came too late to count: the student learns that it was kept, the staff see it and decide. */
export function LateWork({ item, audience, locale }: LateWorkProps) {
  const t = useTranslations('late')
  const format = useFormatter()
  if (item.lateWork.length === 0) return null
  const at = (date: Date) => format.dateTime(date, 'exact')
  return (
    <section
      data-testid={`late-work-${item.position}`}
      aria-labelledby={`late-work-${item.id}`}
      className="space-y-3 rounded-lg border border-warn border-dashed p-4"
    >
      <div className="flex flex-wrap items-center gap-2">
        <h3 id={`late-work-${item.id}`} className="font-semibold">
          {t('work')}
        </h3>
        <Badge tone="warn">
          <Clock aria-hidden className="size-4" />
          {t('notGraded')}
        </Badge>
      </div>
      <p className="text-muted">{t(audience === 'staff' ? 'forStaff' : 'forStudent')}</p>
      <ol className="space-y-4">
        {item.lateWork.map((work) => (
          <li key={`${work.typedAt.getTime()}-${work.receivedAt.getTime()}`} className="space-y-2">
            <p className="text-sm tabular-nums">
              {t('when', { typed: at(work.typedAt), received: at(work.receivedAt) })}
            </p>
            {audience === 'staff' && (
              <ResponseView fields={item.question.fields} response={work.response} locale={locale} />
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
