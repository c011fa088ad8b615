import { getFormatter, getTranslations } from 'next-intl/server'
import { Badge } from '@/app/_components/ui/badge'
import { Card } from '@/app/_components/ui/card'
import type { ToolKeyRecord } from '@/lib/lti/tool-keys'
import { RotateForm } from './rotate-form'

/** Our own keys: where platforms read them, and which of them signs. */
export async function ToolKeysCard({ keys, url }: { keys: readonly ToolKeyRecord[]; url: string }) {
  const [t, format] = await Promise.all([getTranslations('lmsKeys'), getFormatter()])
  return (
    <Card aria-labelledby="keys" className="space-y-3">
      <h2 id="keys" className="font-semibold text-lg">
        {t('title')}
      </h2>
      <p className="text-muted">{t('text')}</p>
      <dl>
        <dt className="text-muted text-sm">{t('url')}</dt>
        <dd className="select-all break-all font-mono text-sm">{url}</dd>
      </dl>
      <ul className="divide-y divide-line">
        {keys.map(({ kid, createdAt, activeFrom, retiredAt }) => {
          const state = retiredAt ? 'retired' : activeFrom ? 'current' : 'next'
          const since = retiredAt ?? activeFrom ?? createdAt
          return (
            <li key={kid} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
              <span className="min-w-0">
                <span className="block break-all font-mono text-sm">{kid}</span>
                <span className="text-muted text-sm">
                  {t('since', { time: format.dateTime(since, 'moment') })}
                </span>
              </span>
              <Badge tone={state === 'current' ? 'good' : 'neutral'}>{t(state)}</Badge>
            </li>
          )
        })}
      </ul>
      <RotateForm />
    </Card>
  )
}
