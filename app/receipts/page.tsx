import type { Metadata } from 'next'
import Form from 'next/form'
import { getTranslations } from 'next-intl/server'
import { Button } from '@/app/_components/ui/button'
import { Card } from '@/app/_components/ui/card'
import { TextInput } from '@/app/_components/ui/text-input'
import { services } from '@/lib/server/services'
import { requirePerson } from '@/lib/server/viewer'
import { verifyReceipt } from '@/lib/use-cases/verify-receipt'
import { Verdict } from './verdict'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('receipts'))('title') }
}

/** Longer than any code with whatever stands between its signs. */
const LONGEST = 200

/** Checks a receipt: a student one of their own, a teacher one of their courses. */
export default async function ReceiptsPage({
  searchParams,
}: {
  searchParams: Promise<{ code?: string | string[] }>
}) {
  const { code: asked } = await searchParams
  const code = (Array.isArray(asked) ? asked[0] : asked)?.slice(0, LONGEST) ?? ''
  const viewer = await requirePerson(code === '' ? '/receipts' : `/receipts?code=${encodeURIComponent(code)}`)
  const [t, verdict] = await Promise.all([
    getTranslations('receipts'),
    code.trim() === '' ? null : verifyReceipt(services().deps, { code, viewer }),
  ])
  return (
    <div className="mx-auto max-w-3xl space-y-6">
      <div className="space-y-2">
        <h1 className="font-bold text-2xl">{t('title')}</h1>
        <p className="text-muted">{t(viewer.isStaff ? 'introStaff' : 'intro')}</p>
      </div>
      <Card>
        <Form action="/receipts" className="space-y-4">
          <TextInput
            key={code}
            label={t('code')}
            name="code"
            defaultValue={code}
            maxLength={LONGEST}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            required
            placeholder="XXXXX-XXXXX-XXXXX-XXXXX"
            className="font-mono"
          />
          <Button type="submit" look="primary">
            {t('check')}
          </Button>
        </Form>
      </Card>
      {verdict && <Verdict verdict={verdict} />}
    </div>
  )
}
