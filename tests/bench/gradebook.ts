import { gradebookQuerySchema } from '@/lib/exam/gradebook-query'
import { examDesk } from '../helpers/exam-desk'
import { createExamWorld } from '../helpers/exam-world'

/** `npm run bench:gradebook`: one page of a large gradebook, beside reading the whole of it. */
const STUDENTS = 3_000
const EXAMS = 5
const TIMES = 40

async function measure(times: number, run: () => Promise<unknown>): Promise<{ p50: number; p95: number }> {
  for (let i = 0; i < 3; i += 1) await run()
  const took: number[] = []
  for (let i = 0; i < times; i += 1) {
    const from = performance.now()
    await run()
    took.push(performance.now() - from)
  }
  took.sort((a, b) => a - b)
  const at = (share: number) => took[Math.floor((took.length - 1) * share)] ?? Number.NaN
  return { p50: at(0.5), p95: at(0.95) }
}

async function main() {
  const url = process.env.BENCH_DATABASE_URL
  if (!url) throw new Error('Run it by `npm run bench:gradebook`.')
  process.env.TEST_DATABASE_URL = url
  const world = await createExamWorld()
  const { database, courseId, deps } = world
  const desk = examDesk(world)
  for (let i = 1; i < EXAMS; i += 1) await desk.addExam({ rules: { counts: 'best' } })
  const viewer = { id: await world.addPerson('instructor'), isAdmin: false }
  await database.pool.query(
    `WITH who AS (
      INSERT INTO users (id, name, email)
      SELECT gen_random_uuid(), 'Student ' || i, 'student' || i || '@example.test' FROM generate_series(1, $1) AS i
      RETURNING id
    ), enrolled AS (
      INSERT INTO enrolments (course_id, user_id, role) SELECT $2::uuid, id, 'student' FROM who
    ), sat AS (
      INSERT INTO attempts (id, exam_id, user_id, number, seed, started_at, closed_at, graded_at)
      SELECT gen_random_uuid(), e.id, who.id, n, 'seed', now(), now(), now()
      FROM who, exams e, generate_series(1, 2) AS n WHERE e.course_id = $2::uuid RETURNING id, exam_id
    )
    INSERT INTO attempt_items (id, attempt_id, position, slot, question_version_id, type, type_version, params, points,
      awarded, grade_status)
    SELECT gen_random_uuid(), sat.id, i.position, i.position, i.question_version_id, 'dnn-parameters', '1', '{}', 200,
      (random() * 200)::int, CASE WHEN random() < 0.05 THEN 'needs-review' ELSE 'graded' END
    FROM sat JOIN exam_items i ON i.exam_id = sat.exam_id`,
    [STUDENTS, courseId],
  )
  await database.pool.query('ANALYZE')
  const page = (over: Record<string, unknown>) => () =>
    deps.exports.gradebookPage({ courseId, viewer, query: gradebookQuerySchema.parse(over) })
  const whole = await measure(5, () => deps.exports.courseGradebook({ courseId, viewer }))
  console.log(`${STUDENTS} students, ${EXAMS} exams, two attempts each`)
  console.log(
    `${'whole gradebook'.padEnd(22)} p50 ${whole.p50.toFixed(0)} ms, p95 ${whole.p95.toFixed(0)} ms`,
  )
  for (const [name, query] of [
    ['page by name', {}],
    ['page 40 by total', { sort: 'total', dir: 'desc', page: 40 }],
    ['page of a search', { q: 'student 29' }],
    ['page of a state', { state: 'needs-review' }],
  ] as const) {
    const { p50, p95 } = await measure(TIMES, page(query))
    console.log(
      `${name.padEnd(22)} p50 ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms, page / whole ${(p50 / whole.p50).toFixed(2)}`,
    )
  }
  await world.close()
}

main().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
