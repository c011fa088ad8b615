import { slowestMoment } from '@/lib/exam/release'
import type { ExamRecord, PersonalTerms } from '@/lib/use-cases/records'
import type { Prisma } from '@/prisma/generated/client'
import { toAccommodation, toException } from './rows'

/** Enrolments and exceptions of an exam that differ from the usual ones, and those of one student. */
export const termsInclude = (userId: string) =>
  ({
    course: {
      include: {
        enrolments: {
          where: { OR: [{ userId }, { timePercent: { not: 100 } }, { extraMinutes: { not: 0 } }] },
        },
      },
    },
    exceptions: true,
  }) satisfies Prisma.ExamInclude
type TermsRow = Prisma.ExamGetPayload<{ include: ReturnType<typeof termsInclude> }>

/** What holds for the student, and until when the exam takes work from anybody. */
export function toPersonalTerms(row: TermsRow, exam: ExamRecord, userId: string): PersonalTerms {
  const of = (id: string) => ({
    accommodation: toAccommodation(row.course.enrolments.find((enrolment) => enrolment.userId === id)),
    exception: toException(row.exceptions.find((exception) => exception.userId === id)),
  })
  const special = new Set([...row.course.enrolments, ...row.exceptions].map((each) => each.userId))
  return { ...of(userId), slowestMoment: slowestMoment(exam.rules, exam, [...special].map(of)) }
}
