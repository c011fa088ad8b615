import { isId } from '@/lib/core/ids'
import type { ExamRow } from '@/lib/use-cases/exam-builder'
import type { QuestionStore } from '@/lib/use-cases/question-bank'
import { writeAudit } from './audit'
import type { Database } from './client'
import { insertRows } from './exam-rows'
import { manages } from './manages'
import { transaction } from './transaction'

/** Everything in a file anew, or nothing of it. */
export const importAll = (
  database: Database,
  { courseId, viewer, content, now }: Parameters<QuestionStore['importAll']>[0],
): ReturnType<QuestionStore['importAll']> =>
  transaction(database, async (client) => {
    if (!isId(courseId) || !(await manages(client, courseId, viewer))) return null
    const versionIds = new Map<string, readonly string[]>()
    for (const [place, question] of content.questions.entries()) {
      const { key, type, tags, versions, draft, certificates } = question
      const title = (draft ?? versions.at(-1))?.title
      const made = await client.query<{ id: string }>(
        `INSERT INTO questions (id, course_id, type, title, tags, draft, draft_by_id, draft_at, created_at)
        VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, $6, $7, $8) RETURNING id`,
        [
          courseId,
          type,
          title,
          tags,
          draft,
          draft && viewer.id,
          draft && now,
          // Banks list questions by when they were made: in the order of the file.
          new Date(now.getTime() + place),
        ],
      )
      const questionId = made.rows[0]?.id
      const own: string[] = []
      for (const [i, version] of versions.entries()) {
        const { rows } = await client.query<{ id: string }>(
          `INSERT INTO question_versions
            (id, question_id, number, settings, fixed_params, title, note, by_id, certificate, created_at)
          VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id`,
          [
            questionId,
            i + 1,
            version.settings,
            version.fixedParams,
            version.title,
            version.note,
            viewer.id,
            certificates[i],
            now,
          ],
        )
        own.push(rows[0]?.id ?? '')
      }
      versionIds.set(key, own)
    }
    const { exam } = content
    let examId: string | null = null
    if (exam) {
      const made = await client.query<{ id: string }>(
        `INSERT INTO exams (id, course_id, title, description, rules, opens_at, closes_at, created_at, safe_exam_browser)
        VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, $6, $7, $8) RETURNING id`,
        [
          courseId,
          exam.title,
          exam.description,
          exam.rules,
          exam.opensAt,
          exam.closesAt,
          now,
          exam.safeExamBrowser && {
            ...exam.safeExamBrowser,
            quitPasswordHash: null,
            browserExamKeys: [],
            former: [],
          },
        ],
      )
      examId = made.rows[0]?.id ?? ''
      const idOf = ({ question, version }: { question: string; version: number }): string =>
        versionIds.get(question)?.[version - 1] ?? ''
      await insertRows(
        client,
        examId,
        exam.rows.map(
          (row): ExamRow =>
            row.kind === 'section'
              ? row
              : row.kind === 'fixed'
                ? { kind: 'fixed', versionId: idOf(row), points: row.points }
                : { kind: 'pool', draw: row.draw, points: row.points, versionIds: row.from.map(idOf) },
        ),
      )
    }
    await writeAudit(client, {
      courseId,
      ...(examId !== null && { examId }),
      byId: viewer.id,
      action: 'file-imported',
      data: {
        questions: content.questions.map(({ draft, versions }) => (draft ?? versions.at(-1))?.title),
        exam: exam?.title ?? null,
      },
      at: now,
    })
    return { examId }
  })
