import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import type { Check } from '@/lib/exam/checklist'

const signs = {
  holds: { Icon: CircleCheck, className: 'text-good' },
  warns: { Icon: TriangleAlert, className: 'text-warn' },
  fails: { Icon: CircleAlert, className: 'text-bad' },
} as const

/** What was looked at before publishing, each with what to do where it does not hold. */
export async function Checks({ checks }: { checks: readonly Check[] }) {
  const t = await getTranslations('builder.checks')
  return (
    <ul className="space-y-2">
      {checks.map(({ id, state, values }) => {
        const { Icon, className } = signs[state]
        return (
          <li key={id} className="flex items-start gap-3" data-testid={`check-${id}`} data-state={state}>
            <Icon aria-hidden className={`mt-0.5 size-5 shrink-0 ${className}`} />
            <span>
              <span className="sr-only">{t(`state.${state}`)}: </span>
              {t(`${id}.${state === 'holds' ? 'holds' : 'not'}`, values)}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
