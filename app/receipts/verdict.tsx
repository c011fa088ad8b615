import Link from 'next/link'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { Button } from '@/app/_components/ui/button'
import { Card } from '@/app/_components/ui/card'
import { Notice } from '@/app/_components/ui/notice'
import type { ReceiptVerdict } from '@/lib/use-cases/verify-receipt'

const tones = { valid: 'good', altered: 'bad', unknown: 'warn', unreadable: 'warn' } as const

/** What checking a receipt found, in words, and what the receipt stands for. */
export async function Verdict({ verdict }: { verdict: ReceiptVerdict }) {
  const t = await getTranslations('receipts')
  const { kind } = verdict
  return (
    <section data-testid="verdict" data-kind={kind} aria-label={t('result')} className="space-y-4">
      <Notice tone={tones[kind]} title={t(`${kind}.title`)} role="status">
        <p>{t(`${kind}.text`)}</p>
      </Notice>
      {'code' in verdict && <Details verdict={verdict} />}
    </section>
  )
}

async function Details({ verdict }: { verdict: Extract<ReceiptVerdict, { code: string }> }) {
  const [t, format, locale] = await Promise.all([getTranslations('receipts'), getFormatter(), getLocale()])
  const rows = [
    [
      t('code'),
      <span key="code" className="font-mono">
        {verdict.code}
      </span>,
    ],
    [t('exam'), verdict.examTitle[locale]],
    [t('student'), verdict.studentName],
    [t('attempt'), t('attemptNumber', { number: verdict.number })],
    [t('closedAt'), format.dateTime(verdict.closedAt, 'zoned')],
    [t('revisions'), t('count', { count: verdict.revisions })],
  ] as const
  return (
    <Card className="space-y-4">
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1.5">
        {rows.map(([term, value]) => (
          <div key={term} className="contents">
            <dt className="text-muted">{term}</dt>
            <dd className="min-w-0 break-words font-medium tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
      <Button asChild>
        <Link
          href={
            verdict.own ? `/attempts/${verdict.attemptId}/result` : `/teach/attempts/${verdict.attemptId}`
          }
        >
          {t('toAttempt')}
        </Link>
      </Button>
    </Card>
  )
}
