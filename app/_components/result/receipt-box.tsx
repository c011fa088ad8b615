import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { Button } from '../ui/button'
import { Card } from '../ui/card'
import { CopyButton } from '../ui/copy-button'
import { PrintButton } from '../ui/print-button'

interface ReceiptBoxProps {
  code: string
  closedAt: Date
  revisions: number
}

/** What a student keeps as proof of what was handed in, on paper too. */
export function ReceiptBox({ code, closedAt, revisions }: ReceiptBoxProps) {
  const t = useTranslations('receipts')
  const format = useFormatter()
  return (
    <Card aria-labelledby="receipt" className="break-inside-avoid space-y-4">
      <h2 id="receipt" className="font-semibold text-xl">
        {t('box')}
      </h2>
      <p data-testid="receipt" className="break-words font-bold font-mono text-2xl tracking-wide sm:text-3xl">
        {code}
      </p>
      <dl className="flex flex-wrap gap-x-8 gap-y-1">
        <div className="flex gap-2">
          <dt className="text-muted">{t('closedAt')}</dt>
          <dd className="tabular-nums">{format.dateTime(closedAt, 'zoned')}</dd>
        </div>
        <div className="flex gap-2">
          <dt className="text-muted">{t('revisions')}</dt>
          <dd className="tabular-nums">{t('count', { count: revisions })}</dd>
        </div>
      </dl>
      <p className="text-muted">{t('purpose')}</p>
      <div className="no-print flex flex-wrap gap-2">
        <CopyButton text={code} label={t('copy')} copied={t('copied')} failed={t('copyFailed')} />
        <PrintButton label={t('print')} />
        <Button asChild look="quiet">
          <Link href={`/receipts?code=${code}`}>{t('verify')}</Link>
        </Button>
      </div>
    </Card>
  )
}
