'use client'

import { useTranslations } from 'next-intl'
import { cx } from '../ui/cx'
import { FieldFrame, inputLook } from './field-frame'
import { QuietStatus } from './quiet-status'

interface TextFieldProps {
  id: string
  label: string
  hint: string
  value: string
  maxLength: number
  onChange: (value: string) => void
  onBlur: () => void
  readOnly: boolean
}

const cell = 'col-start-1 row-start-1 min-h-60 px-3 py-2 leading-relaxed'

/** Room for some sentences; grows with them. Nothing pasted is cut off: what is too much is said. */
export function TextField({ id, label, hint, value, maxLength, onChange, onBlur, readOnly }: TextFieldProps) {
  const t = useTranslations('question.text')
  const over = Math.max(0, value.length - maxLength)
  const excess = over > 0 ? t('over', { over, max: maxLength }) : ''
  return (
    <FieldFrame id={id} label={label} hint={hint}>
      <div className="grid grid-cols-[minmax(0,1fr)]">
        {/* Has the same text in the same place, so that the grid is as tall as the text in every browser. */}
        <div aria-hidden className={cx(cell, 'invisible whitespace-pre-wrap border')}>
          {`${value}\n`}
        </div>
        <textarea
          id={id}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          onBlur={onBlur}
          readOnly={readOnly}
          autoComplete="off"
          spellCheck={false}
          aria-invalid={over > 0}
          aria-describedby={`${hint ? `${id}-hint ` : ''}${id}-count`}
          className={cx(inputLook, cell, 'resize-none overflow-hidden aria-invalid:border-bad')}
        />
      </div>
      <div id={`${id}-count`} className="flex flex-wrap justify-between gap-x-4 text-sm">
        <p className="text-bad">{excess}</p>
        <p className={cx('ml-auto tabular-nums', over > 0 ? 'font-medium text-bad' : 'text-muted')}>
          {t('count', { count: value.length, max: maxLength })}
        </p>
      </div>
      <QuietStatus text={excess} />
    </FieldFrame>
  )
}
