import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
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

/** Somebody new with this role in the exam's course, and in no other. */
export async function personOf(
  examId: string,
  role: 'instructor' | 'grader' | 'observer' | 'student',
): Promise<Person> {
  const person = await newStudent()
  await withDatabase((client) =>
    client.query(
      'UPDATE enrolments SET role = $3, course_id = (SELECT course_id FROM exams WHERE id = $1) WHERE user_id = $2',
      [examId, person.id, role],
    ),
  )
  return person
}

/** Starts the exam on its cover page, in English; gives the attempt's id. */
export async function startOwnExam(page: Page, examId: string): Promise<string> {
  await page.goto(`/exams/${examId}`)
  await page.getByRole('button', { name: 'Start the exam' }).click()
  await page.waitForURL(/\/attempts\/[0-9a-f-]{36}/)
  return new URL(page.url()).pathname.split('/')[2] ?? ''
}

/** Hands in whatever is answered so far, by way of the navigator's last entry. */
export async function handInAsItIs(page: Page): Promise<void> {
  await page.getByRole('navigation').last().getByRole('button').last().click()
  // Not the navigator's entry of the same name, which is there before the page that it leads to.
  await page.getByTestId('hand-in').click()
  await page.waitForURL('**/result')
}
