'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/app/_components/ui/button'
import { CopyButton } from '@/app/_components/ui/copy-button'
import { Notice } from '@/app/_components/ui/notice'
import { SelectInput } from '@/app/_components/ui/select-input'
import { TextInput } from '@/app/_components/ui/text-input'
import { useFormAction } from '@/app/_components/use-form-action'
import { createInvitation, revokeInvitation } from './actions'

export function InviteForm({ courseId }: { courseId: string }) {
  const t = useTranslations('members')
  const { state, pending, form } = useFormAction(createInvitation)
  const wrong = state.status === 'invalid' ? state.fields : {}
  return (
    <form {...form} className="space-y-4" aria-busy={pending}>
      <input type="hidden" name="courseId" value={courseId} />
      <div className="grid gap-4 sm:grid-cols-3">
        <SelectInput
          name="role"
          label={t('invite.as')}
          defaultValue="student"
          options={(['student', 'observer', 'grader', 'instructor'] as const).map(
            (role) => [role, t(`role.${role}`)] as const,
          )}
        />
        <TextInput
          name="days"
          label={t('invite.days')}
          defaultValue="14"
          inputMode="numeric"
          error={wrong.days && t('invite.wrongDays')}
        />
        <TextInput
          name="maxUses"
          label={t('invite.uses')}
          hint={t('invite.usesHint')}
          inputMode="numeric"
          error={wrong.maxUses && t('invite.wrongUses')}
        />
      </div>
      <div role="status">
        {state.status === 'done' && (
          <Notice tone="good" title={t('invite.done')}>
            <p className="break-all font-mono text-sm" data-testid="invitation">
              {state.done.link}
            </p>
            <CopyButton
              text={state.done.link}
              label={t('invite.copy')}
              copied={t('invite.copied')}
              failed={t('invite.copyFailed')}
            />
          </Notice>
        )}
        {state.status === 'refused' && (
          <p className="text-bad text-sm">{t(`refused.${state.refusal.kind}`)}</p>
        )}
        {state.status === 'signed-out' && <p className="text-bad text-sm">{t('signedOut')}</p>}
      </div>
      <Button type="submit" look="primary" disabled={pending}>
        {t('invite.make')}
      </Button>
    </form>
  )
}

export function RevokeForm({ courseId, invitationId }: { courseId: string; invitationId: string }) {
  const t = useTranslations('members')
  const { pending, form } = useFormAction(revokeInvitation)
  return (
    <form {...form}>
      <input type="hidden" name="courseId" value={courseId} />
      <input type="hidden" name="invitationId" value={invitationId} />
      <Button type="submit" size="small" look="danger" className="min-h-11" disabled={pending}>
        {t('invite.revoke')}
      </Button>
    </form>
  )
}
