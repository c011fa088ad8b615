import { getTranslations } from 'next-intl/server'
import { attemptState, type ExamState, examState } from '@/lib/exam/attempt'
import { type StudentExamRecord, timeTerms } from '@/lib/use-cases/records'
import { Badge, type Tone } from './ui/badge'

const tones: Record<ExamState | 'working', Tone> = {
  open: 'good',
  working: 'accent',
  late: 'warn',
  upcoming: 'neutral',
  ended: 'neutral',
  unpublished: 'neutral',
}

export async function ExamStateBadge({ record, now }: { record: StudentExamRecord; now: Date }) {
  const t = await getTranslations('exams.state')
  const working = record.attempts.some((attempt) => ['working', 'late'].includes(attemptState(attempt, now)))
  const state = working ? 'working' : examState(timeTerms(record), now)
  return <Badge tone={tones[state]}>{t(state)}</Badge>
}
