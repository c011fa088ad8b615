import type { ReactNode } from 'react'

/** A number with its name; what can't be told is a sentence instead. */
export function Figure({ name, value, hint }: { name: string; value: ReactNode; hint?: ReactNode }) {
  return (
    <div className="min-w-28 space-y-0.5">
      <dt className="text-muted text-sm">{name}</dt>
      <dd className="font-semibold text-lg tabular-nums">{value}</dd>
      {hint && <dd className="text-muted text-sm">{hint}</dd>}
    </div>
  )
}
