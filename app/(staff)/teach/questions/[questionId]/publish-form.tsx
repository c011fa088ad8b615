'use client'

import { useLocale, useTranslations } from 'next-intl'
import { Button } from '@/app/_components/ui/button'
import { Card } from '@/app/_components/ui/card'
import { Notice } from '@/app/_components/ui/notice'
import { TextInput } from '@/app/_components/ui/text-input'
import { useFormAction } from '@/app/_components/use-form-action'
import type { SettingsIssue } from '@/lib/question/settings-issues'
import type { PublishError } from '@/lib/use-cases/question-bank'
import { publish } from './actions'
import { CollisionText } from './collision-text'

interface PublishFormProps {
  questionId: string
  base: number
  /** Everything typed is saved, and nothing is wrong with it. */
  ready: boolean
  hasDraft: boolean
  issues: readonly SettingsIssue[]
}

export function PublishForm({ questionId, base, ready, hasDraft, issues }: PublishFormProps) {
  const t = useTranslations('bank')
  const { state, pending, form } = useFormAction(publish)
  return (
    <Card>
      <form {...form} className="space-y-4" aria-busy={pending}>
        <h2 className="font-semibold text-lg">{t('publish.title')}</h2>
        <p className="text-muted">{hasDraft ? t('publish.text') : t('publish.nothing')}</p>
        <input type="hidden" name="questionId" value={questionId} />
        <input type="hidden" name="base" value={base} />
        <TextInput label={t('publish.note')} hint={t('publish.noteHint')} name="note" maxLength={500} />
        {issues.length > 0 && <Notice tone="warn">{t('publish.issues', { count: issues.length })}</Notice>}
        <div role="status">
          {state.status === 'done' && (
            <Notice tone="good" title={t('publish.done', { number: state.done.number })} />
          )}
          {state.status === 'signed-out' && <Notice tone="bad" title={t('signedOut')} />}
          {state.status === 'refused' && <Refused refusal={state.refusal} />}
        </div>
        <Button type="submit" look="primary" disabled={pending || !ready}>
          {pending ? t('publish.working') : t('publish.button')}
        </Button>
      </form>
    </Card>
  )
}

function Refused({ refusal }: { refusal: PublishError }) {
  const t = useTranslations('bank')
  const locale = useLocale()
  switch (refusal.kind) {
    case 'not-found':
      return <Notice tone="bad" title={t('notAllowed')} />
    case 'changed':
      return <Notice tone="warn" title={t('changed')} />
    case 'nothing-new':
      return <Notice tone="info" title={t('publish.nothing')} />
    case 'issues':
      return (
        <Notice tone="bad" title={t('publish.issues', { count: refusal.issues.length })}>
          <ul className="list-disc pl-5">
            {refusal.issues.map((issue) => (
              <li key={`${issue.path} ${issue.message.en}`}>{issue.message[locale]}</li>
            ))}
          </ul>
        </Notice>
      )
    case 'not-certified': {
      const { collisions, variants, example, effort, defects } = refusal.certificate
      return (
        <Notice tone="bad" title={t('publish.refused')}>
          {variants === 0 && <p>{t('survey.none')}</p>}
          {example && (
            <>
              <p>{t('survey.collisions', { count: collisions })}</p>
              <CollisionText collision={example} />
            </>
          )}
          {defects[0] !== undefined && <p>{t('survey.defects', { count: defects.length })}</p>}
          {collisions === 0 && defects.length === 0 && variants > 0 && (
            <p>{t('survey.tooWide', { percent: Math.round(effort.spread * 100) })}</p>
          )}
        </Notice>
      )
    }
  }
}
