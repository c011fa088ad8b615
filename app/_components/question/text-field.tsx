'use client'

import { useTranslations } from 'next-intl'
import { cx } from '../ui/cx'
import { FieldFrame, inputLook } from './field-frame'

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

/** Room for some sentences; grows with them. Nothing pasted is cut off: what is too much is said. */
export function TextField({ id, label, hint, value, maxLength, onChange, onBlur, readOnly }: TextFieldProps) {
  const t = useTranslations('question.text')
  const over = value.length - maxLength
  return (
    <FieldFrame id={id} label={label} hint={hint}>
      <textarea
        id={id}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onBlur={onBlur}
        readOnly={readOnly}
        rows={10}
        aria-invalid={over > 0}
        aria-describedby={`${hint ? `${id}-hint ` : ''}${id}-count`}
        className={cx(inputLook, 'field-sizing-content min-h-60 resize-y leading-relaxed')}
      />
      <p
        id={`${id}-count`}
        className={cx('text-right text-sm tabular-nums', over > 0 ? 'text-bad' : 'text-muted')}
      >
        {t('count', { count: value.length, max: maxLength })}
      </p>
      <p role="status" className="text-bad text-sm">
        {over > 0 && t('over', { over, max: maxLength })}
      </p>
    </FieldFrame>
  )
}
