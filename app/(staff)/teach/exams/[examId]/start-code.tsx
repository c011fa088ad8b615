import { useTranslations } from 'next-intl'
import { Card } from '@/app/_components/ui/card'

/** The start code, large enough to be read out or shown on a wall. */
export function StartCode({ code }: { code: string }) {
  const t = useTranslations('time')
  return (
    <Card aria-labelledby="start-code" className="space-y-2">
      <h2 id="start-code" className="font-semibold text-lg">
        {t('startCode')}
      </h2>
      <p
        data-testid="start-code"
        className="break-all font-bold font-mono text-4xl tracking-widest sm:text-5xl"
      >
        {code}
      </p>
      <p className="text-muted text-sm">{t('startCodeHint')}</p>
    </Card>
  )
}
