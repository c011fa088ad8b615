import type { ReactNode } from 'react'

interface FieldFrameProps {
  id: string
  label: string
  hint: string
  children: ReactNode
}

/** Label and hint of an answer field; the hint has the id `${id}-hint` for whoever it describes. */
export function FieldFrame({ id, label, hint, children }: FieldFrameProps) {
  return (
    <div className="space-y-2">
      <label htmlFor={id} className="block font-semibold">
        {label}
      </label>
      {hint && <FieldHint id={id} hint={hint} />}
      {children}
    </div>
  )
}

export const FieldHint = ({ id, hint }: { id: string; hint: string }) => (
  <p id={`${id}-hint`} className="max-w-3xl text-muted text-sm">
    {hint}
  </p>
)

export const inputLook =
  'min-h-11 w-full rounded-lg border border-line-strong bg-surface px-3 py-2 read-only:bg-raised'
