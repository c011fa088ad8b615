import { getFormatter, getTranslations } from 'next-intl/server'
import { Card } from '@/app/_components/ui/card'
import { Notice } from '@/app/_components/ui/notice'
import type { JsonObject } from '@/lib/core/json'
import { isCertified } from '@/lib/question/certify'
import type { Question } from '@/lib/question/define-question'
import { surveyVariants } from '@/lib/server/survey'
import { widestSpread } from '@/lib/use-cases/question-bank'
import { CollisionText } from './collision-text'

/** How long an open editor looks through variants; publishing looks at all. */
const PATIENCE_MS = 1_500

/** What the settings give: how many variants, whether a modelled mistake meets a key, how far efforts lie apart. */
export async function SurveyCard({ type, settings }: { type: Question; settings: JsonObject }) {
  const [t, format] = await Promise.all([getTranslations('bank.survey'), getFormatter()])
  const { certificate, whole } = await surveyVariants(type, settings, PATIENCE_MS)
  const { variants, pairs, collisions, example, defects, effort } = certificate
  const space = type.space(settings)
  const certified = isCertified(certificate, widestSpread(settings))
  return (
    <Card className="space-y-3">
      <h2 className="font-semibold text-lg">{t('title')}</h2>
      <dl className="grid grid-cols-2 gap-3 text-sm" data-testid="survey">
        <div>
          <dt className="text-muted">{t('variants')}</dt>
          <dd className="font-semibold text-lg tabular-nums">
            {format.number(variants)}
            {!whole && '+'}
          </dd>
        </div>
        <div>
          <dt className="text-muted">{t('effort')}</dt>
          <dd className="font-semibold text-lg tabular-nums">±{(effort.spread * 100).toFixed(1)} %</dd>
        </div>
      </dl>
      {space && space.combinations > 1 && (
        <p className="text-muted text-sm">
          {t(space.looked < space.combinations ? 'sampled' : 'looked', {
            ...space,
            percent: Math.round((1000 * space.accepted) / space.looked) / 10,
          })}
        </p>
      )}
      {!whole && <p className="text-muted text-sm">{t('part')}</p>}
      {certified && <Notice tone="good">{t('certified', { pairs })}</Notice>}
      {collisions > 0 && example && (
        <Notice tone="bad" title={t('collisions', { count: collisions })}>
          <CollisionText collision={example} />
        </Notice>
      )}
      {defects.length > 0 && <Notice tone="bad">{t('defects', { count: defects.length })}</Notice>}
      {!certified && collisions === 0 && defects.length === 0 && variants > 0 && (
        <Notice tone="warn">{t('tooWide', { percent: Math.round(effort.spread * 100) })}</Notice>
      )}
    </Card>
  )
}
