'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/app/_components/ui/button'
import { Notice } from '@/app/_components/ui/notice'
import { TextInput } from '@/app/_components/ui/text-input'
import { useFormAction } from '@/app/_components/use-form-action'
import type { PlatformRecord } from '@/lib/use-cases/platforms'
import { addPlatform, approveDeployment, changePlatform, switchPlatform } from './actions'

const fields = [
  'name',
  'issuer',
  'clientId',
  'authUrl',
  'tokenUrl',
  'tokenAudience',
  'jwksUrl',
  'deploymentId',
  'frameOrigins',
] as const
type Field = (typeof fields)[number]
/** What people and launches are known by is entered once. */
const fixed: readonly Field[] = ['issuer', 'clientId', 'deploymentId']

const wordsFor = (name: Field) => {
  if (name === 'frameOrigins') return 'wrongOrigins'
  return name.endsWith('Url') || name === 'issuer' ? 'wrongUrl' : 'missing'
}
const hints: Partial<Record<Field, 'deploymentHint' | 'frameOriginsHint' | 'tokenAudienceHint'>> = {
  deploymentId: 'deploymentHint',
  frameOrigins: 'frameOriginsHint',
  tokenAudience: 'tokenAudienceHint',
}

/** What the LMS shows once the tool is registered there; of one that is listed, what may be mended. */
export function PlatformForm({ platform }: { platform?: PlatformRecord }) {
  const t = useTranslations('lms')
  const { state, pending, form } = useFormAction(platform ? changePlatform : addPlatform)
  const wrong: Partial<Record<Field, string>> = state.status === 'invalid' ? state.fields : {}
  const entered = (name: Field): string => {
    if (!platform || name === 'deploymentId') return ''
    return name === 'frameOrigins' ? platform.frameOrigins.join(' ') : (platform[name] ?? '')
  }
  return (
    <form {...form} className="space-y-4" aria-busy={pending}>
      {platform && <input type="hidden" name="platformId" value={platform.id} />}
      <div className="grid items-start gap-4 sm:grid-cols-2">
        {fields
          .filter((name) => !platform || !fixed.includes(name))
          .map((name) => {
            const hint = hints[name]
            return (
              <TextInput
                key={name}
                label={t(name)}
                name={name}
                maxLength={500}
                autoComplete="off"
                defaultValue={entered(name)}
                hint={hint && t(hint)}
                error={wrong[name] ? t(wordsFor(name)) : undefined}
              />
            )
          })}
      </div>
      <div role="status">
        {state.status === 'done' && <Notice tone="good">{t(platform ? 'changed' : 'added')}</Notice>}
        {state.status === 'refused' && <Notice tone="bad">{t(`refused.${state.refusal.kind}`)}</Notice>}
        {state.status === 'signed-out' && <Notice tone="bad">{t('refused.not-allowed')}</Notice>}
      </div>
      <Button type="submit" look={platform ? 'secondary' : 'primary'} disabled={pending}>
        {t(platform ? 'change' : 'add')}
      </Button>
    </form>
  )
}

export function ApproveForm({ platformId, deploymentId }: { platformId: string; deploymentId: string }) {
  const t = useTranslations('lms')
  const { pending, form } = useFormAction(approveDeployment)
  return (
    <form {...form}>
      <input type="hidden" name="platformId" value={platformId} />
      <input type="hidden" name="deploymentId" value={deploymentId} />
      <Button type="submit" disabled={pending}>
        {t('approve')}
      </Button>
    </form>
  )
}

export function SwitchForm({ platformId, active }: { platformId: string; active: boolean }) {
  const t = useTranslations('lms')
  const { pending, form } = useFormAction(switchPlatform)
  return (
    <form {...form}>
      <input type="hidden" name="platformId" value={platformId} />
      <input type="hidden" name="active" value={active ? '0' : '1'} />
      <Button type="submit" size="small" className="min-h-11" disabled={pending}>
        {t(active ? 'turnOff' : 'turnOn')}
      </Button>
    </form>
  )
}
