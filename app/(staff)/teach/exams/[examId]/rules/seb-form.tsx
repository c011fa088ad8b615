'use client'

import { Download } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { Button } from '@/app/_components/ui/button'
import { Card } from '@/app/_components/ui/card'
import { Notice } from '@/app/_components/ui/notice'
import { TextInput } from '@/app/_components/ui/text-input'
import { useFormAction } from '@/app/_components/use-form-action'
import { FILE_PATH } from '@/lib/exam/seb/names'
import { requireSafeExamBrowser } from './actions'

/** How Safe Exam Browser is required, as its form needs it: of the password only whether there is one. */
export interface SebView {
  readonly allowQuit: boolean
  readonly hasQuitPassword: boolean
  readonly allowedUrls: readonly string[]
  readonly browserExamKeys: readonly string[]
}

const usual: SebView = { allowQuit: true, hasQuitPassword: false, allowedUrls: [], browserExamKeys: [] }

/** Whether the exam is taken in Safe Exam Browser, and how that is set up. */
export function SebForm({ examId, settings }: { examId: string; settings: SebView | null }) {
  const t = useTranslations('seb.form')
  const id = useId()
  const { state, pending, form } = useFormAction(requireSafeExamBrowser)
  const [on, setOn] = useState(settings !== null)
  const { allowQuit, hasQuitPassword, allowedUrls, browserExamKeys } = settings ?? usual
  const wrong = state.status === 'invalid' ? state.fields : {}
  const lists = [
    ['allowedUrls', allowedUrls],
    ['browserExamKeys', browserExamKeys],
  ] as const
  return (
    <Card aria-labelledby={id} className="space-y-4">
      <h2 id={id} className="font-semibold text-lg">
        {t('title')}
      </h2>
      <form {...form} className="space-y-5" aria-busy={pending}>
        <input type="hidden" name="examId" value={examId} />
        <input type="hidden" name="required" value={on ? 'on' : 'off'} />
        <Tick checked={on} onChange={setOn} label={t('required')} hint={t('requiredHint')} />
        {/* Hidden, not gone: what was typed is still there when it is switched on again. */}
        <div hidden={!on} className="space-y-5">
          <Notice tone="info">{t('honest')}</Notice>
          <div className="grid items-start gap-x-8 gap-y-5 sm:grid-cols-2">
            <Tick
              name="allowQuit"
              defaultChecked={allowQuit}
              label={t('allowQuit')}
              hint={t('allowQuitHint')}
            />
            <div className="space-y-2">
              <TextInput
                label={t('quitPassword')}
                hint={hasQuitPassword ? t('quitPasswordKept') : t('quitPasswordHint')}
                name="quitPassword"
                autoComplete="off"
                autoCapitalize="none"
                spellCheck={false}
                error={wrong.quitPassword && t('wrong.quitPassword')}
              />
              {hasQuitPassword && <Tick name="clearQuitPassword" label={t('clearQuitPassword')} />}
            </div>
            {lists.map(([name, values]) => (
              <Lines
                key={name}
                name={name}
                label={t(name)}
                hint={t(`${name}Hint`)}
                values={values}
                error={wrong[name] && t(`wrong.${name}`)}
              />
            ))}
          </div>
        </div>
        {state.status === 'done' && (
          <Notice tone="good" role="status">
            {t('saved')}
          </Notice>
        )}
        {state.status === 'invalid' && (
          <Notice tone="bad" role="alert">
            {t('invalid')}
          </Notice>
        )}
        {(state.status === 'refused' || state.status === 'signed-out') && (
          <Notice tone="warn" role="alert">
            {t(state.status)}
          </Notice>
        )}
        <div className="flex flex-wrap items-center gap-3">
          <Button type="submit" look="primary" disabled={pending}>
            {pending ? t('saving') : t('save')}
          </Button>
          {settings && (
            <Button asChild>
              <a href={`/exams/${examId}/${FILE_PATH}`}>
                <Download aria-hidden className="size-4" />
                {t('download')}
              </a>
            </Button>
          )}
        </div>
      </form>
    </Card>
  )
}

interface TickProps {
  name?: string
  label: string
  hint?: string
  checked?: boolean
  defaultChecked?: boolean
  onChange?: (on: boolean) => void
}

function Tick({ name, label, hint, checked, defaultChecked, onChange }: TickProps) {
  const id = useId()
  return (
    <div>
      <label className="inline-flex min-h-11 items-center gap-3 font-medium">
        <input
          type="checkbox"
          name={name}
          {...(checked === undefined ? { defaultChecked } : { checked })}
          {...(onChange && { onChange: (event) => onChange(event.target.checked) })}
          aria-describedby={hint === undefined ? undefined : id}
          className="size-5 shrink-0"
        />
        {label}
      </label>
      {hint !== undefined && (
        <p id={id} className="text-muted text-sm">
          {hint}
        </p>
      )}
    </div>
  )
}

interface LinesProps {
  name: string
  label: string
  hint: string
  values: readonly string[]
  error: string | undefined
}

function Lines({ name, label, hint, values, error }: LinesProps) {
  const id = useId()
  return (
    <div className="space-y-1.5">
      <label htmlFor={id} className="block font-medium text-sm">
        {label}
      </label>
      <textarea
        id={id}
        name={name}
        rows={3}
        autoCapitalize="none"
        spellCheck={false}
        defaultValue={values.join('\n')}
        aria-invalid={error !== undefined}
        aria-describedby={`${id}-hint`}
        className="w-full rounded-lg border border-line-strong bg-surface p-3 font-mono text-sm aria-invalid:border-bad"
      />
      <p id={`${id}-hint`} className={error === undefined ? 'text-muted text-sm' : 'text-bad text-sm'}>
        {error ?? hint}
      </p>
    </div>
  )
}
