import type { Evidence } from '@/lib/question/grade-result'
import { cx } from '../ui/cx'
import { markSpans } from './mark-spans'

interface MarkedTextProps {
  text: string
  evidence: readonly Evidence[]
  /** Number shown for a criterion, the same as in the list beside it. */
  numberOf: (criterion: string) => number | null
  roleWords: Record<Evidence['role'], string>
}

/** An answer with the words that a criterion rests on marked; what speaks against it is struck with a wavy line. */
export function MarkedText({ text, evidence, numberOf, roleWords }: MarkedTextProps) {
  return (
    <p className="whitespace-pre-wrap rounded-lg bg-raised p-3 leading-loose">
      {markSpans(text, evidence).map((stretch, i) => {
        if (stretch.marks.length === 0) return stretch.text
        const against = stretch.marks.some((mark) => mark.role !== 'support')
        const labels = [
          ...new Set(
            stretch.marks.filter((mark) => mark.text.length > 0).map((mark) => numberOf(mark.criterion)),
          ),
        ].filter((number) => number !== null)
        const role = stretch.marks[0]?.role
        return (
          <mark
            // biome-ignore lint/suspicious/noArrayIndexKey: stretches have no identity but their place.
            key={i}
            title={role && roleWords[role]}
            className={cx(
              'rounded-sm px-0.5 text-ink',
              against ? 'bg-mark-bad underline decoration-wavy' : 'bg-mark',
            )}
          >
            {stretch.text}
            {labels.length > 0 && <sup className="ml-0.5 font-semibold text-xs">{labels.join(',')}</sup>}
          </mark>
        )
      })}
    </p>
  )
}
