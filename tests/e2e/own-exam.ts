import { randomUUID } from 'node:crypto'
import type { ExamRules } from '@/lib/exam/rules'
import { newStudent, type Person, withDatabase } from './people'

export interface OwnExam {
  readonly examId: string
  readonly student: Person
}

/** A course of its own with the demo exam's problems under other rules, and a student in it. */
export async function ownExam(
  rules: Partial<ExamRules>,
  columns: { startCode?: string; closesInSeconds?: number } = {},
): Promise<OwnExam> {
  const student = await newStudent()
  const [courseId, examId] = [randomUUID(), randomUUID()]
  const closesAt =
    columns.closesInSeconds === undefined ? null : new Date(Date.now() + columns.closesInSeconds * 1000)
  await withDatabase(async (client) => {
    await client.query(
      'INSERT INTO courses (id, code, title, term) VALUES ($1, $2, \'{"ko":"과목","en":"Course"}\', \'2026-2\')',
      [courseId, courseId],
    )
    await client.query("INSERT INTO enrolments (course_id, user_id, role) VALUES ($1, $2, 'student')", [
      courseId,
      student.id,
    ])
    await client.query(
      `INSERT INTO exams (id, course_id, title, description, rules, opens_at, closes_at, published_at, start_code)
      VALUES ($1, $2, '{"ko":"시험","en":"Exam"}', '{"ko":"","en":""}', $3, $4, $5, now(), $6)`,
      [
        examId,
        courseId,
        { timeLimitMinutes: 60, ...rules },
        closesAt && new Date(Date.now() - 3_600_000),
        closesAt,
        columns.startCode ?? null,
      ],
    )
    await client.query(
      `INSERT INTO exam_items (id, exam_id, position, question_version_id, points)
      SELECT gen_random_uuid(), $1, i.position, i.question_version_id, i.points
      FROM exam_items i JOIN exams e ON e.id = i.exam_id WHERE e.title->>'en' = 'Deep learning midterm'`,
      [examId],
    )
  })
  return { examId, student }
}
