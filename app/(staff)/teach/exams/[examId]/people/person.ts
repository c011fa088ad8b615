import type { Accommodation, ExamException } from '@/lib/exam/rules'
import type { TimeLimit } from '@/lib/exam/schedule'

/** A student of an exam: what holds for them alone, and what comes of it. */
export interface Person {
  readonly userId: string
  readonly name: string
  readonly email: string | null
  readonly accommodation: Accommodation
  readonly exception: ExamException
  readonly outcome: {
    readonly limit: TimeLimit | null
    readonly opensAt: Date | null
    readonly endsAt: Date | null
    /** Null for as many as they like. */
    readonly attempts: number | null
  }
}

export const hasAccommodation = ({ accommodation }: Person): boolean =>
  accommodation.timePercent !== 100 || accommodation.extraMinutes !== 0

export const hasException = ({ exception }: Person): boolean =>
  Object.values(exception).some((value) => value !== null && value !== 0 && value !== false)
