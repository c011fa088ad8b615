import { getLocale, getTranslations } from 'next-intl/server'
import { ScrollRegion } from '@/app/_components/ui/scroll-region'
import type { Mistake } from '@/lib/question/contract'

export async function MistakesTable({ mistakes }: { mistakes: readonly Mistake[] }) {
  const [t, locale] = await Promise.all([getTranslations('variants'), getLocale()])
  if (mistakes.length === 0) return <p className="text-muted">{t('noMistakes')}</p>
  return (
    <ScrollRegion label={t('mistakes')}>
      <table className="w-full text-left">
        <thead className="border-line border-b text-muted text-sm">
          <tr>
            <th scope="col" className="py-2 pr-4">
              {t('mistakeName')}
            </th>
            <th scope="col" className="py-2 pr-4">
              {t('mistakePart')}
            </th>
            <th scope="col" className="py-2 pr-4 text-right">
              {t('mistakeValue')}
            </th>
            <th scope="col" className="py-2 text-right">
              {t('mistakeCredit')}
            </th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {mistakes.map((mistake) => (
            <tr key={`${mistake.part}/${mistake.id}`}>
              <td className="min-w-48 py-2 pr-4">{mistake.title[locale]}</td>
              <td className="py-2 pr-4 text-muted text-sm">{mistake.part}</td>
              <td className="whitespace-nowrap py-2 pr-4 text-right tabular-nums">{mistake.value}</td>
              <td className="whitespace-nowrap py-2 text-right tabular-nums">
                {Math.round(mistake.credit * 100)} %
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}
