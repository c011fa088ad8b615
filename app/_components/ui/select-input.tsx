import { type ComponentProps, useId } from 'react'
import { cx } from './cx'

interface SelectInputProps extends ComponentProps<'select'> {
  label: string
  hint?: string
  error?: string | undefined
  options: readonly (readonly [value: string, words: string])[]
}

/** A labelled choice among few, with a sentence on what it does. */
export function SelectInput({ label, hint, error, options, className, ...rest }: SelectInputProps) {
  const id = useId()
  const described = [error !== undefined && `${id}-error`, hint !== undefined && `${id}-hint`].filter(Boolean)
  return (
    <div className="space-y-1.5">
      <label htmlFor={id} className="block font-medium text-sm">
        {label}
      </label>
      <select
        {...rest}
        id={id}
        aria-invalid={error !== undefined}
        aria-describedby={described.length === 0 ? undefined : described.join(' ')}
        className={cx(
          'min-h-11 w-full rounded-lg border border-line-strong bg-surface px-3 aria-invalid:border-bad',
          className,
        )}
      >
        {options.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
      {error !== undefined && (
        <p id={`${id}-error`} className="text-bad text-sm">
          {error}
        </p>
      )}
      {hint !== undefined && (
        <p id={`${id}-hint`} className="text-muted text-sm">
          {hint}
        </p>
      )}
    </div>
  )
}
