import type { Page } from '@playwright/test'
import type { ExamRules } from '@/lib/exam/rules'
import { newStudent, type Person, withDatabase } from './people'

type Role = 'instructor' | 'grader' | 'observer' | 'student'

export interface OwnCourse {
  readonly courseId: string
  readonly examId: string
  /** Somebody new in the course. */
  person(role: Role): Promise<Person>
}

interface Settings {
  readonly rules?: Partial<ExamRules>
  readonly startCode?: string
  /** Minutes from now. */
  readonly opensIn?: number
  readonly closesIn?: number
}

/** A course with the midterm of the demo course, where a test may change time and rules without disturbing others. */
export async function newCourse({
  rules = {},
  startCode,
  opensIn,
  closesIn,
}: Settings = {}): Promise<OwnCourse> {
  const inMinutes = (minutes: number | undefined) =>
    minutes === undefined ? null : new Date(Date.now() + minutes * 60_000)
  const { courseId, examId } = await withDatabase(async (client) => {
    const course = await client.query(
      `INSERT INTO courses (id, code, title, term)
      SELECT gen_random_uuid(), gen_random_uuid(), title, term FROM courses WHERE code = 'dl-demo' RETURNING id`,
    )
    const exam = await client.query(
      `INSERT INTO exams (id, course_id, title, description, rules, published_at, opens_at, closes_at, start_code)
      SELECT gen_random_uuid(), $1, e.title, e.description, e.rules || $2, now(), $3, $4, $5
      FROM exams e JOIN courses c ON c.id = e.course_id
      WHERE c.code = 'dl-demo' AND e.title->>'en' = 'Deep learning midterm' RETURNING id`,
      [course.rows[0].id, rules, inMinutes(opensIn), inMinutes(closesIn), startCode ?? null],
    )
    await client.query(
      `INSERT INTO exam_items (id, exam_id, position, question_version_id, points)
      SELECT gen_random_uuid(), $1, i.position, i.question_version_id, i.points
      FROM exam_items i JOIN exams e ON e.id = i.exam_id JOIN courses c ON c.id = e.course_id
      WHERE c.code = 'dl-demo' AND e.title->>'en' = 'Deep learning midterm'`,
      [exam.rows[0].id],
    )
    return { courseId: course.rows[0].id as string, examId: exam.rows[0].id as string }
  })
  return {
    courseId,
    examId,
    async person(role) {
      const person = await newStudent()
      await withDatabase(async (client) => {
        await client.query('DELETE FROM enrolments WHERE user_id = $1', [person.id])
        await client.query('INSERT INTO enrolments (course_id, user_id, role) VALUES ($1, $2, $3)', [
          courseId,
          person.id,
          role,
        ])
      })
      return person
    },
  }
}

/** Starts the exam; gives the attempt's id. */
export async function startOwnExam(page: Page, examId: string): Promise<string> {
  await page.goto(`/exams/${examId}`)
  await page.getByRole('button', { name: 'Start the exam' }).click()
  await page.waitForURL(/\/attempts\/[0-9a-f-]{36}/)
  return new URL(page.url()).pathname.split('/')[2] ?? ''
}
