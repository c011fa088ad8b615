import { useTranslations } from 'next-intl'
import type { Collision } from '@/lib/question/certify'

/** Two ways to one value, in the variant where it happens. */
export function CollisionText({ collision }: { collision: Collision }) {
  const t = useTranslations('bank.survey')
  const { ways, value, part, params } = collision
  const [first, second] = ways.map((way) => (way === 'key' ? t('key') : way))
  return (
    <div className="space-y-1">
      <p>{t('example', { first: first ?? '', second: second ?? '', value, part })}</p>
      <pre className="overflow-x-auto rounded-lg bg-raised p-3 text-sm">{JSON.stringify(params)}</pre>
    </div>
  )
}
