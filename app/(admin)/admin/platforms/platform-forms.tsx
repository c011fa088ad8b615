'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/app/_components/ui/button'
import { Notice } from '@/app/_components/ui/notice'
import { TextInput } from '@/app/_components/ui/text-input'
import { useFormAction } from '@/app/_components/use-form-action'
import { addPlatform, approveDeployment, switchPlatform } from './actions'

const fields = [
  'name',
  'issuer',
  'clientId',
  'authUrl',
  'tokenUrl',
  'jwksUrl',
  'deploymentId',
  'frameOrigins',
] as const

const wordsFor = (name: (typeof fields)[number]) => {
  if (name === 'name' || name === 'clientId') return 'missing'
  return name === 'frameOrigins' ? 'wrongOrigins' : 'wrongUrl'
}

/** What the LMS shows once the tool is registered there. */
export function PlatformForm() {
  const t = useTranslations('lms')
  const { state, pending, form } = useFormAction(addPlatform)
  const wrong = state.status === 'invalid' ? state.fields : {}
  return (
    <form {...form} className="space-y-4" aria-busy={pending}>
      <div className="grid gap-4 sm:grid-cols-2">
        {fields.map((name) => (
          <TextInput
            key={name}
            label={t(name)}
            name={name}
            maxLength={500}
            autoComplete="off"
            hint={
              name === 'deploymentId'
                ? t('deploymentHint')
                : name === 'frameOrigins'
                  ? t('frameOriginsHint')
                  : undefined
            }
            error={wrong[name] ? t(wordsFor(name)) : undefined}
          />
        ))}
      </div>
      <div role="status">
        {state.status === 'done' && <Notice tone="good">{t('added')}</Notice>}
        {state.status === 'refused' && <Notice tone="bad">{t(`refused.${state.refusal.kind}`)}</Notice>}
        {state.status === 'signed-out' && <Notice tone="bad">{t('refused.not-allowed')}</Notice>}
      </div>
      <Button type="submit" look="primary" disabled={pending}>
        {t('add')}
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
