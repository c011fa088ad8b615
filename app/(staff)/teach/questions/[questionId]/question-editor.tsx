'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from '@/app/_components/ui/button'
import { Card } from '@/app/_components/ui/card'
import { Notice } from '@/app/_components/ui/notice'
import { TextInput } from '@/app/_components/ui/text-input'
import type { JsonObject } from '@/lib/core/json'
import { type SettingNode, withSetting } from '@/lib/question/settings-form'
import type { SettingsIssue } from '@/lib/question/settings-issues'
import type { QuestionDraft } from '@/lib/use-cases/question-bank'
import { PublishForm } from './publish-form'
import { SettingField } from './setting-field'
import { useDraft } from './use-draft'

interface QuestionEditorProps {
  questionId: string
  form: SettingNode
  draft: QuestionDraft
  tags: readonly string[]
  revision: number
  hasDraft: boolean
  mayManage: boolean
  issues: readonly SettingsIssue[]
  /** Params of the variant on view, for fixing it. */
  shown: JsonObject | null
  /** The variant on view and what is known of all. */
  children: ReactNode
}

export function QuestionEditor({
  questionId,
  form,
  mayManage,
  issues,
  shown,
  children,
  ...of
}: QuestionEditorProps) {
  const t = useTranslations('bank')
  const locale = useLocale()
  const { draft, state, change, revision } = useDraft(
    questionId,
    { ...of.draft, tags: of.tags.join(', ') },
    of.revision,
  )
  const errorOf = (path: string) => issues.find((issue) => issue.path === path)?.message[locale]
  const errorsIn = (path: string) =>
    issues.filter((issue) => issue.path === path || issue.path.startsWith(`${path}.`)).length
  const readOnly = !mayManage || state === 'changed' || state === 'not-allowed'
  return (
    <div className="grid items-start gap-6 lg:grid-cols-2">
      <div className="space-y-6">
        {state === 'changed' && (
          <Notice tone="warn" role="alert" title={t('changed')}>
            <p>{t('changedText')}</p>
            <Button size="small" className="mt-2 min-h-11" onClick={() => window.location.reload()}>
              {t('reload')}
            </Button>
          </Notice>
        )}
        <Card className="space-y-5">
          <div className="flex items-center justify-between gap-3">
            <h2 className="font-semibold text-lg">{t('settings')}</h2>
            {mayManage && (
              <p role="status" data-testid="draft-state" data-state={state} className="text-muted text-sm">
                {t(`state.${state}`)}
              </p>
            )}
          </div>
          {(['ko', 'en'] as const).map((language) => (
            <TextInput
              key={language}
              label={t(`titleIn.${language}`)}
              value={draft.title[language]}
              maxLength={200}
              readOnly={readOnly}
              error={errorOf(`title.${language}`)}
              onChange={(event) => change({ title: { ...draft.title, [language]: event.target.value } })}
            />
          ))}
          <TextInput
            label={t('tags')}
            hint={t('tagsHint')}
            value={draft.tags}
            maxLength={300}
            readOnly={readOnly}
            onChange={(event) => change({ tags: event.target.value })}
          />
          <SettingField
            node={form}
            settings={draft.settings}
            locale={locale}
            readOnly={readOnly}
            errorOf={errorOf}
            errorsIn={errorsIn}
            onChange={(path, value) => change({ settings: withSetting(draft.settings, path, value) })}
          />
          {draft.fixedParams === null ? (
            mayManage &&
            shown && (
              <div className="space-y-1.5">
                <Button size="small" className="min-h-11" onClick={() => change({ fixedParams: shown })}>
                  {t('fix')}
                </Button>
                <p className="text-muted text-sm">{t('fixHint')}</p>
              </div>
            )
          ) : (
            <Notice tone="info" title={t('fixed')}>
              {mayManage && (
                <Button size="small" className="min-h-11" onClick={() => change({ fixedParams: null })}>
                  {t('unfix')}
                </Button>
              )}
            </Notice>
          )}
        </Card>
        {mayManage && (
          <PublishForm
            questionId={questionId}
            base={revision}
            ready={state === 'saved' && of.hasDraft && issues.length === 0}
            hasDraft={of.hasDraft || state !== 'saved'}
            issues={issues}
          />
        )}
      </div>
      <div className="space-y-6">{children}</div>
    </div>
  )
}
