'use client'

import { Plus, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { Button } from '@/app/_components/ui/button'
import { cx } from '@/app/_components/ui/cx'
import { SelectInput } from '@/app/_components/ui/select-input'
import { TextInput } from '@/app/_components/ui/text-input'
import type { Json, JsonObject } from '@/lib/core/json'
import type { Locale } from '@/lib/core/localized'
import { elementOf, type SettingNode, settingAt } from '@/lib/question/settings-form'

interface SettingFieldProps {
  node: SettingNode
  settings: JsonObject
  locale: Locale
  readOnly: boolean
  errorOf: (path: string) => string | undefined
  /** How many errors lie in the setting or below it. */
  errorsIn: (path: string) => number
  onChange: (path: string, value: Json | undefined) => void
}

/** What is typed as a number where it is one, and as typed where it is not, so that the error is about what is seen. */
const numberOr = (text: string): Json => {
  const number = Number(text)
  return text.trim() === '' || Number.isNaN(number) ? text : number
}

const bounds = ({ min, max }: { min: number | null; max: number | null }): string =>
  min === null ? (max === null ? '' : `≤ ${max}`) : max === null ? `≥ ${min}` : `${min} – ${max}`

/** One setting of any type, or a group of them. */
export function SettingField(props: SettingFieldProps) {
  const { node, settings, locale, readOnly, errorOf, onChange } = props
  const t = useTranslations('bank')
  const value = settingAt(settings, node.path)
  const common = { label: node.title[locale], error: errorOf(node.path), readOnly }
  const help = node.help?.[locale]
  switch (node.kind) {
    case 'group':
      return <Group {...props} node={node} />
    case 'number':
      return (
        <TypedInput
          {...common}
          hint={[help, bounds(node)].filter(Boolean).join(' ') || undefined}
          inputMode={node.integer ? 'numeric' : 'decimal'}
          value={value === undefined ? '' : String(value)}
          onType={(text) => onChange(node.path, text.trim() === '' ? undefined : numberOr(text))}
        />
      )
    case 'numbers':
      return (
        <TypedInput
          {...common}
          hint={[help, bounds(node)].filter(Boolean).join(' ') || undefined}
          value={Array.isArray(value) ? value.join(', ') : ''}
          onType={(text) =>
            onChange(
              node.path,
              text
                .split(',')
                .filter((each) => each.trim() !== '')
                .map(numberOr),
            )
          }
        />
      )
    case 'flag':
      return (
        <label className="flex min-h-11 items-center gap-3">
          <input
            type="checkbox"
            className="size-5"
            checked={value === true}
            disabled={readOnly}
            onChange={(event) => onChange(node.path, event.target.checked)}
          />
          <span>
            {common.label}
            {help && <span className="block text-muted text-sm">{help}</span>}
          </span>
        </label>
      )
    case 'choice':
      return (
        <SelectInput
          label={common.label}
          error={common.error}
          {...(help ? { hint: help } : {})}
          value={String(value ?? '')}
          disabled={readOnly}
          options={node.options.map((option) => [option.value, option.title[locale]] as const)}
          onChange={(event) => onChange(node.path, event.target.value)}
        />
      )
    case 'choices': {
      const chosen = Array.isArray(value) ? value.map(String) : []
      return (
        <fieldset className="space-y-1.5" aria-invalid={common.error !== undefined}>
          <legend className="font-medium text-sm">{common.label}</legend>
          {node.options.map((option) => (
            <label key={option.value} className="flex min-h-11 items-center gap-3">
              <input
                type="checkbox"
                className="size-5"
                disabled={readOnly}
                checked={chosen.includes(option.value)}
                onChange={(event) =>
                  onChange(
                    node.path,
                    node.options
                      .map(({ value: each }) => each)
                      .filter((each) =>
                        each === option.value ? event.target.checked : chosen.includes(each),
                      ),
                  )
                }
              />
              {option.title[locale]}
            </label>
          ))}
          {common.error !== undefined && <p className="text-bad text-sm">{common.error}</p>}
          {help && <p className="text-muted text-sm">{help}</p>}
        </fieldset>
      )
    }
    case 'text':
      return (
        <LongText
          {...common}
          hint={help}
          value={typeof value === 'string' ? value : ''}
          onType={(text) => onChange(node.path, text)}
        />
      )
    case 'list':
      return <List {...props} node={node} />
    case 'json':
      return (
        <LongText
          {...common}
          hint={[help, t('asJson')].filter(Boolean).join(' ')}
          value={
            value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value, null, 2)
          }
          onType={(text) => onChange(node.path, jsonOr(text))}
        />
      )
  }
}

const jsonOr = (text: string): Json => {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

function Group({ node, ...rest }: SettingFieldProps & { node: SettingNode & { kind: 'group' } }) {
  const { locale, errorOf } = rest
  const error = errorOf(node.path)
  const plain = node.children.every(({ kind }) => kind === 'number')
  const children = (
    <div className={cx(plain ? 'grid gap-4 sm:grid-cols-2 xl:grid-cols-3' : 'space-y-4')}>
      {node.children.map((child) => (
        <SettingField key={child.path} node={child} {...rest} />
      ))}
    </div>
  )
  // The whole, and an element of a list, have a frame already.
  if (node.path === '' || /\.\d+$/.test(node.path)) return children
  return (
    <fieldset className="space-y-3 border-line border-l-2 pl-4">
      <legend className="font-semibold">{node.title[locale]}</legend>
      {node.help && <p className="text-muted text-sm">{node.help[locale]}</p>}
      {error !== undefined && <p className="text-bad text-sm">{error}</p>}
      {children}
    </fieldset>
  )
}

/** Any number of the same settings, each in its own frame. */
function List({ node, ...rest }: SettingFieldProps & { node: SettingNode & { kind: 'list' } }) {
  const { settings, locale, readOnly, errorOf, onChange } = rest
  const t = useTranslations('bank')
  const value = settingAt(settings, node.path)
  const elements = Array.isArray(value) ? value : []
  const error = errorOf(node.path)
  const title = node.title[locale]
  return (
    <fieldset className="space-y-3 border-line border-l-2 pl-4">
      <legend className="font-semibold">{title}</legend>
      {node.help && <p className="text-muted text-sm">{node.help[locale]}</p>}
      {error !== undefined && <p className="text-bad text-sm">{error}</p>}
      {elements.map((_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an element is what stands in its place.
        <div key={`${elements.length} ${i}`} className="space-y-3 rounded-lg border border-line p-4">
          <div className="flex items-center justify-between gap-3">
            <p className="font-medium text-sm">
              {title} {i + 1}
            </p>
            {!readOnly && (
              <Button
                look="quiet"
                size="small"
                className="min-h-11"
                aria-label={t('removeElement', { title, number: i + 1 })}
                onClick={() => onChange(`${node.path}.${i}`, undefined)}
              >
                <Trash2 aria-hidden className="size-4" />
              </Button>
            )}
          </div>
          <Element {...rest} node={elementOf(node, i)} title={`${title} ${i + 1}`} />
        </div>
      ))}
      {!readOnly && (
        <Button
          size="small"
          className="min-h-11"
          onClick={() => onChange(`${node.path}.${elements.length}`, node.fresh)}
        >
          <Plus aria-hidden className="size-4" />
          {t('addElement', { title })}
        </Button>
      )}
    </fieldset>
  )
}

/** What is put together of lists of its own is shut until it is wanted, and told by its first words. */
function Element({ title, ...rest }: SettingFieldProps & { title: string }) {
  const { node, settings, locale, errorsIn } = rest
  const t = useTranslations('bank')
  const errors = errorsIn(node.path)
  const [opened, setOpened] = useState(false)
  const large = node.kind === 'group' && node.children.some(({ kind }) => kind === 'list')
  if (!large) return <SettingField {...rest} />
  return (
    // An error opens it, and it stays open when that is mended.
    <details open={opened || errors > 0} onToggle={(event) => setOpened(event.currentTarget.open)}>
      <summary className="min-h-11 cursor-pointer py-2 text-accent">
        {firstWords(settingAt(settings, node.path), locale) || title}
        {errors > 0 && <span className="ml-2 text-bad text-sm">{t('toMend', { count: errors })}</span>}
      </summary>
      <div className="pt-3">
        <SettingField {...rest} />
      </div>
    </details>
  )
}

/** The first text in a value, of this language where it has several. */
function firstWords(value: Json | undefined, locale: Locale): string {
  if (typeof value === 'string') return value.split('\n', 1)[0]?.slice(0, 60) ?? ''
  if (typeof value !== 'object' || value === null) return ''
  const own = (value as JsonObject)[locale]
  if (typeof own === 'string') return firstWords(own, locale)
  const nested = Object.values(value).filter((each) => typeof each === 'object')
  return nested.map((each) => firstWords(each, locale)).find((words) => words !== '') ?? ''
}

interface TypedProps {
  label: string
  hint?: string | undefined
  error?: string | undefined
  readOnly: boolean
  value: string
  onType: (text: string) => void
}

/** Keeps the text as it is typed, whatever is made of it. */
function useTyped(value: string, onType: (text: string) => void) {
  const [typed, setTyped] = useState<string | null>(null)
  return {
    text: typed ?? value,
    type(text: string) {
      setTyped(text)
      onType(text)
    },
    leave: () => setTyped(null),
  }
}

function TypedInput({
  value,
  onType,
  inputMode,
  ...rest
}: TypedProps & { inputMode?: 'numeric' | 'decimal' }) {
  const { text, type, leave } = useTyped(value, onType)
  return (
    <TextInput
      {...rest}
      inputMode={inputMode}
      value={text}
      onChange={(event) => type(event.target.value)}
      onBlur={leave}
    />
  )
}

function LongText({ label, hint, error, readOnly, value, onType }: TypedProps) {
  const id = useId()
  const { text, type, leave } = useTyped(value, onType)
  return (
    <div className="space-y-1.5">
      <label htmlFor={id} className="block font-medium text-sm">
        {label}
      </label>
      <textarea
        id={id}
        rows={Math.min(12, Math.max(4, text.split('\n').length + 1))}
        value={text}
        readOnly={readOnly}
        aria-invalid={error !== undefined}
        aria-describedby={`${id}-about`}
        onChange={(event) => type(event.target.value)}
        onBlur={leave}
        className="w-full rounded-lg border border-line-strong bg-surface p-3 aria-invalid:border-bad"
      />
      <div id={`${id}-about`} className="text-sm">
        {error !== undefined && <p className="text-bad">{error}</p>}
        {hint !== undefined && hint !== '' && <p className="text-muted">{hint}</p>}
      </div>
    </div>
  )
}
