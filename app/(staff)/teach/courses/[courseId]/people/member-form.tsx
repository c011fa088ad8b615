'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/app/_components/ui/button'
import { SelectInput } from '@/app/_components/ui/select-input'
import { useFormAction } from '@/app/_components/use-form-action'
import { roleNames } from '@/lib/exam/course-role'
import type { CourseMember } from '@/lib/use-cases/people'
import { setMember } from './actions'

export function MemberForm({ courseId, member }: { courseId: string; member: CourseMember }) {
  const t = useTranslations('members')
  const { state, pending, form } = useFormAction(setMember)
  const name = member.name || member.email || ''
  const gone = member.leftAt !== null
  return (
    <form {...form} aria-label={name} className="flex flex-wrap items-end gap-2" aria-busy={pending}>
      <input type="hidden" name="courseId" value={courseId} />
      <input type="hidden" name="userId" value={member.userId} />
      <SelectInput
        label={t('roleOf', { name })}
        name="role"
        defaultValue={member.role}
        options={roleNames.map((role) => [role, t(`role.${role}`)] as const)}
      />
      <Button type="submit" name="left" value="0" disabled={pending}>
        {gone ? t('bringBack') : t('change')}
      </Button>
      {!gone && (
        <Button type="submit" name="left" value="1" look="danger" disabled={pending}>
          {t('remove')}
        </Button>
      )}
      <p role="status" className="basis-full text-bad text-sm">
        {state.status === 'refused' && t(`refused.${state.refusal.kind}`)}
        {state.status === 'signed-out' && t('signedOut')}
      </p>
    </form>
  )
}
