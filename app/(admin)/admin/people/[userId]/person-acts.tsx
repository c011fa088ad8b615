'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/app/_components/ui/button'
import { CopyButton } from '@/app/_components/ui/copy-button'
import { Notice } from '@/app/_components/ui/notice'
import { useFormAction } from '@/app/_components/use-form-action'
import type { PersonAct } from '@/lib/db/admin-people'
import { actOnPerson, makeResetLink } from './actions'

/** What an administrator may do to the account; the server refuses what would shut everybody out. */
export function PersonActs({ userId, acts }: { userId: string; acts: readonly PersonAct[] }) {
  const t = useTranslations('adminPeople')
  const { state, pending, form } = useFormAction(actOnPerson)
  return (
    <form {...form} className="space-y-3" aria-busy={pending}>
      <input type="hidden" name="userId" value={userId} />
      <div className="flex flex-wrap gap-3">
        {acts.map((act) => (
          <Button
            key={act}
            type="submit"
            name="act"
            value={act}
            look={act === 'deactivate' || act === 'unmake-admin' ? 'danger' : 'secondary'}
            disabled={pending}
          >
            {t(`act.${act}`)}
          </Button>
        ))}
      </div>
      <p className="text-muted text-sm">{t('actsHint')}</p>
      <div role="status">
        {state.status === 'done' && <Notice tone="good">{t(`done.${state.done}`)}</Notice>}
        {state.status === 'refused' && <Notice tone="bad">{t(`refused.${state.refusal.kind}`)}</Notice>}
        {state.status === 'signed-out' && <Notice tone="bad">{t('refused.signed-out')}</Notice>}
      </div>
    </form>
  )
}

/** A link with which the person sets a new password. */
export function ResetLink({ userId, sends }: { userId: string; sends: boolean }) {
  const t = useTranslations('adminPeople')
  const { state, pending, form } = useFormAction(makeResetLink)
  const link = state.status === 'done' ? state.done.link : null
  return (
    <form {...form} className="space-y-3" aria-busy={pending}>
      <input type="hidden" name="userId" value={userId} />
      <p className="text-muted">{t('resetText')}</p>
      <div className="flex flex-wrap gap-3">
        {sends && (
          <Button type="submit" name="how" value="mail" disabled={pending}>
            {t('resetMail')}
          </Button>
        )}
        <Button type="submit" name="how" value="show" disabled={pending}>
          {t('resetShow')}
        </Button>
      </div>
      <div role="status" className="space-y-3">
        {state.status === 'done' && link === null && <Notice tone="good">{t('resetSent')}</Notice>}
        {link !== null && (
          <>
            <Notice tone="good" title={t('resetMade')}>
              <code className="block select-all break-all text-sm">{link}</code>
            </Notice>
            <CopyButton text={link} label={t('copy')} copied={t('copied')} failed={t('copyFailed')} />
          </>
        )}
        {state.status === 'refused' && <Notice tone="bad">{t(`refused.${state.refusal.kind}`)}</Notice>}
        {state.status === 'signed-out' && <Notice tone="bad">{t('refused.signed-out')}</Notice>}
      </div>
    </form>
  )
}
