import { useTranslations } from 'next-intl'
import type { Evidence } from '@/lib/question/grade-result'
import { cx } from '../ui/cx'
import { evidenceRoles, roleLooks } from './evidence-role'
import { markSpans } from './mark-spans'

interface MarkedTextProps {
  text: string
  evidence: readonly Evidence[]
  /** Number shown for a criterion, the same as in the list beside it; null where it is not in the list. */
  numberOf: (criterion: string) => number | null
}

/** An answer as typed, never as markup, with the words marked that a criterion rests on or that speak against it. */
export function MarkedText({ text, evidence, numberOf }: MarkedTextProps) {
  return (
    <p className="whitespace-pre-wrap rounded-lg border border-line p-3 leading-loose">
      {markSpans(text, evidence).map(({ text: words, marks, ending }, i) => {
        const role = evidenceRoles.find((each) => marks.some((mark) => mark.role === each))
        if (role === undefined) return words
        return (
          <mark
            // biome-ignore lint/suspicious/noArrayIndexKey: stretches have no identity but their place.
            key={i}
            className={cx('rounded-xs text-ink underline underline-offset-4', roleLooks[role].className)}
          >
            {words}
            {ending.map((mark, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: marks may be alike in all they say.
              <MarkLabel key={at} role={mark.role} number={numberOf(mark.criterion)} />
            ))}
          </mark>
        )
      })}
    </p>
  )
}

/** Stands at the end of a mark; it is no part of the answer, so it is not selected with it. */
function MarkLabel({ role, number }: { role: Evidence['role']; number: number | null }) {
  const t = useTranslations('question.grade')
  return (
    <sup className="mx-0.5 inline-block select-none font-bold text-[0.7rem]">
      <span aria-hidden>
        {number}
        {roleLooks[role].sign}
      </span>
      <span className="sr-only">
        {number === null ? ` (${t(role)}) ` : ` (${t('markOf', { role: t(role), number })}) `}
      </span>
    </sup>
  )
}
