import { type ReactNode, useId } from 'react'
import { Card } from '@/app/_components/ui/card'

/** Rules that belong together, side by side where there is room. */
export function RuleSection({ title, children }: { title: string; children: ReactNode }) {
  const id = useId()
  return (
    <Card aria-labelledby={id} className="space-y-4">
      <h2 id={id} className="font-semibold text-lg">
        {title}
      </h2>
      <div className="grid items-start gap-x-8 gap-y-6 sm:grid-cols-2">{children}</div>
    </Card>
  )
}
