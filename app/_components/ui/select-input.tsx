import { type ComponentProps, useId } from 'react'
import { cx } from './cx'

interface SelectInputProps extends ComponentProps<'select'> {
  label: string
  hint?: string
  options: readonly (readonly [value: string, words: string])[]
}

/** A labelled choice among few, with a sentence on what it does. */
export function SelectInput({ label, hint, options, className, ...rest }: SelectInputProps) {
  const id = useId()
  return (
    <div className="space-y-1.5">
      <label htmlFor={id} className="block font-medium text-sm">
        {label}
      </label>
      <select
        {...rest}
        id={id}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        className={cx('min-h-11 w-full rounded-lg border border-line-strong bg-surface px-3', className)}
      >
        {options.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="text-muted text-sm">
          {hint}
        </p>
      )}
    </div>
  )
}
