import { CircleCheck, CircleDashed, CircleHelp, CircleX } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Badge, type Tone } from '../ui/badge'

export type Verdict =
  | 'correct'
  | 'partial'
  | 'follow-through'
  | 'incorrect'
  | 'invalid'
  | 'empty'
  | 'met'
  | 'unmet'
  | 'unsure'

const looks: Record<Verdict, { tone: Tone; Icon: typeof CircleCheck }> = {
  correct: { tone: 'good', Icon: CircleCheck },
  met: { tone: 'good', Icon: CircleCheck },
  'follow-through': { tone: 'good', Icon: CircleCheck },
  partial: { tone: 'warn', Icon: CircleDashed },
  unsure: { tone: 'warn', Icon: CircleHelp },
  incorrect: { tone: 'bad', Icon: CircleX },
  unmet: { tone: 'neutral', Icon: CircleX },
  invalid: { tone: 'bad', Icon: CircleHelp },
  empty: { tone: 'neutral', Icon: CircleDashed },
}

/** A verdict by sign and word, not by colour alone. */
export function PartVerdict({ verdict }: { verdict: Verdict }) {
  const t = useTranslations('question.grade')
  const { tone, Icon } = looks[verdict]
  return (
    <Badge tone={tone}>
      <Icon aria-hidden className="size-4" />
      {t(verdict)}
    </Badge>
  )
}

/** The verdict on a part from its code and points; a mistake's name as code means partly right or wrong. */
export function verdictOf(part: { code: string; score: number; max: number }): Verdict {
  if (part.code === 'invalid' || part.code === 'empty' || part.code === 'follow-through') return part.code
  if (part.score >= part.max - 1e-9) return 'correct'
  return part.score > 0 ? 'partial' : 'incorrect'
}
