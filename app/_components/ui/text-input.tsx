import { type ComponentProps, useId } from 'react'
import { cx } from './cx'

/** A labelled one-line input; an error stands below it and is tied to it for screen readers. */
export function TextInput({
  label,
  error,
  className,
  ...rest
}: ComponentProps<'input'> & { label: string; error?: string | undefined }) {
  const id = useId()
  return (
    <div className="space-y-1.5">
      <label htmlFor={id} className="block font-medium text-sm">
        {label}
      </label>
      <input
        {...rest}
        id={id}
        aria-invalid={error !== undefined}
        aria-describedby={error === undefined ? undefined : `${id}-error`}
        className={cx(
          'min-h-11 w-full rounded-lg border border-line-strong bg-surface px-3 aria-invalid:border-bad',
          className,
        )}
      />
      {error !== undefined && (
        <p id={`${id}-error`} className="text-bad text-sm">
          {error}
        </p>
      )}
    </div>
  )
}
