'use client'

import { useId } from 'react'
import { cx } from './cx'

interface TextOrFileProps {
  fileLabel: string
  textLabel: string
  /** Of the text, in the form. */
  name: string
  accept: string
  /** The text of a file; as UTF-8 unless told otherwise. */
  read?: (file: File) => Promise<string>
  value: string
  onChange: (text: string) => void
  placeholder?: string
  className?: string
}

/** A text that is pasted, or read from a file and then seen before it is sent. */
export function TextOrFile({ fileLabel, textLabel, accept, read, className, ...rest }: TextOrFileProps) {
  const { name, value, onChange, placeholder } = rest
  const id = useId()
  const take = read ?? ((file: File) => file.text())
  return (
    <>
      <div className="space-y-1.5">
        <label htmlFor={`${id}-file`} className="block font-medium text-sm">
          {fileLabel}
        </label>
        <input
          id={`${id}-file`}
          type="file"
          accept={accept}
          className="min-h-11 max-w-full"
          onChange={(event) => {
            const file = event.target.files?.[0]
            if (file) void take(file).then(onChange)
          }}
        />
      </div>
      <div className="space-y-1.5">
        <label htmlFor={`${id}-text`} className="block font-medium text-sm">
          {textLabel}
        </label>
        <textarea
          id={`${id}-text`}
          name={name}
          rows={8}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          placeholder={placeholder}
          spellCheck={false}
          className={cx('w-full rounded-lg border border-line-strong bg-surface p-3 text-sm', className)}
        />
      </div>
    </>
  )
}
