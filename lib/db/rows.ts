import { z } from 'zod'
import type { Json, JsonObject } from '@/lib/core/json'
import { localizedSchema } from '@/lib/core/localized'
import { lateTermsSchema } from '@/lib/exam/late'
import {
  type Accommodation,
  type ExamException,
  examRulesSchema,
  noAccommodation,
  noException,
} from '@/lib/exam/rules'
import type { AttemptTimes } from '@/lib/exam/schedule'
import { responseSchema } from '@/lib/question/field'
import { gradeResultSchema } from '@/lib/question/grade-result'
import type {
  AttemptItemRecord,
  AttemptSummary,
  CloseReason,
  CourseRecord,
  ExamRecord,
  GradeRecord,
} from '@/lib/use-cases/records'
import type { Prisma } from '@/prisma/generated/client'

/** Rows to records: the only place that knows what the JSON columns hold. */

export const jsonSchema: z.ZodType<Json> = z.json()
export const jsonObjectSchema: z.ZodType<JsonObject> = z.record(z.string(), jsonSchema)

export const examInclude = {
  course: true,
  items: { orderBy: { position: 'asc' }, include: { pool: true, version: { include: { question: true } } } },
} satisfies Prisma.ExamInclude
type ExamRow = Prisma.ExamGetPayload<{ include: typeof examInclude }>

export const toCourse = (row: ExamRow['course']): CourseRecord => ({
  id: row.id,
  code: row.code,
  title: localizedSchema.parse(row.title),
  term: row.term,
})

export const toExam = (row: ExamRow): ExamRecord => ({
  id: row.id,
  course: toCourse(row.course),
  title: localizedSchema.parse(row.title),
  description: localizedSchema.parse(row.description),
  rules: examRulesSchema.parse(row.rules),
  opensAt: row.opensAt,
  closesAt: row.closesAt,
  publishedAt: row.publishedAt,
  extraMinutes: row.extraMinutes,
  needsStartCode: row.startCode !== null,
  needsSafeExamBrowser: row.safeExamBrowser !== null,
  termsVersion: row.termsVersion,
  items: row.items.map((item) => ({
    position: item.position,
    questionVersionId: item.questionVersionId,
    type: item.version.question.type,
    title: localizedSchema.parse(item.version.question.title),
    settings: jsonSchema.parse(item.version.settings),
    fixedParams: item.version.fixedParams === null ? null : jsonObjectSchema.parse(item.version.fixedParams),
    points: item.points,
    sectionId: item.sectionId,
    pool: item.pool && { id: item.pool.id, draw: item.pool.draw },
  })),
})

export const summaryInclude = {
  items: {
    orderBy: { slot: 'asc' },
    select: { slot: true, points: true, awarded: true, gradeStatus: true },
  },
} satisfies Prisma.AttemptInclude
type SummaryRow = Prisma.AttemptGetPayload<{ include: typeof summaryInclude }>

export const toTimes = (row: {
  deadlineAt: Date | null
  closesAt: Date | null
  late: Prisma.JsonValue
}): AttemptTimes => ({
  deadlineAt: row.deadlineAt,
  closesAt: row.closesAt,
  late: lateTermsSchema.nullable().parse(row.late),
})

/** The standing of a person in a course; the usual one for somebody who is not in it. */
export const toAccommodation = (row: Accommodation | undefined): Accommodation =>
  row ? { timePercent: row.timePercent, extraMinutes: row.extraMinutes } : noAccommodation

export const toException = (row: ExamException | undefined): ExamException =>
  row
    ? {
        opensAt: row.opensAt,
        closesAt: row.closesAt,
        timeLimitMinutes: row.timeLimitMinutes,
        extraMinutes: row.extraMinutes,
        extraAttempts: row.extraAttempts,
        withoutSafeExamBrowser: row.withoutSafeExamBrowser,
      }
    : noException

export const toSummary = (row: SummaryRow): AttemptSummary => ({
  id: row.id,
  number: row.number,
  startedAt: row.startedAt,
  ...toTimes(row),
  closedAt: row.closedAt,
  closeReason: row.closeReason satisfies CloseReason | null,
  awarded: row.items.reduce<number | null>(
    (sum, item) => (sum === null || item.awarded === null ? null : sum + item.awarded),
    0,
  ),
  needsReview: row.items.some((item) => item.gradeStatus === 'needs-review'),
})

/** The grade that counts. */
export const latestGrade = {
  orderBy: [{ at: 'desc' }, { id: 'desc' }],
  take: 1,
} satisfies Prisma.AttemptItem$gradesArgs

export const itemInclude = {
  version: { select: { settings: true } },
  revisions: { orderBy: { number: 'desc' }, take: 1 },
  // And the one before it.
  grades: { ...latestGrade, take: 2 },
  lateWork: { orderBy: { receivedAt: 'asc' } },
} satisfies Prisma.AttemptItemInclude
type ItemRow = Prisma.AttemptItemGetPayload<{ include: typeof itemInclude }>

export const toGrade = (row: ItemRow['grades'][number]): GradeRecord => ({
  kind: row.kind,
  grader: row.grader,
  revision: row.revision,
  result: gradeResultSchema.parse(row.result),
  points: row.points,
  latePercent: row.latePercent,
  at: row.at,
  reason: row.reason,
})

export function toItem(row: ItemRow): AttemptItemRecord {
  const [latest] = row.revisions
  const [grade, before] = row.grades
  return {
    id: row.id,
    position: row.position,
    slot: row.slot,
    type: row.type,
    typeVersion: row.typeVersion,
    params: jsonObjectSchema.parse(row.params),
    settings: jsonSchema.parse(row.version.settings),
    points: row.points,
    flagged: row.flagged,
    revision: row.revision,
    response: latest ? responseSchema.parse(latest.response) : {},
    savedAt: latest?.receivedAt ?? null,
    brokenAt: row.brokenAt,
    grade: grade ? toGrade(grade) : null,
    pointsBefore: before?.points ?? null,
    lateWork: row.lateWork.map(({ response, typedAt, receivedAt }) => ({
      response: responseSchema.parse(response),
      typedAt,
      receivedAt,
    })),
  }
}
