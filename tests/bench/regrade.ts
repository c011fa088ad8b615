import { setImmediate as breathe } from 'node:timers/promises'
import type { Database } from '@/lib/db/client'
import { examRulesSchema } from '@/lib/exam/rules'
import { migrateQueue } from '@/lib/jobs/worker'
import type { GradeResult } from '@/lib/question/grade-result'
import type { QuestionRegistry } from '@/lib/question/registry'
import { readEnv } from '@/lib/server/env'
import { buildServices } from '@/lib/server/services'
import type { Deps } from '@/lib/use-cases/deps'
import { moveRegrade, planRegrade, workOnRegrade } from '@/lib/use-cases/regrade'
import { createChance } from '@/prisma/demo-data/chance'
import { simulateCohort } from '@/prisma/demo-data/cohort'
import { problems } from '@/prisma/demo-data/plan'
import { simulateAnswer } from '@/prisma/demo-data/simulate'
import type { Prisma } from '@/prisma/generated/client'
import { registry } from '@/questions/registry'

/**
 * `npm run bench:regrade [-- ATTEMPTS]`: problems graded anew a second, dry run and application together, beside the
 * same reading and writing with no grading: there every answer gets a ready-made result of the usual size.
 */
const ATTEMPTS = Number(process.argv[2] ?? 10_000)
/** Distinct answers; attempts repeat them under other ids. */
const DISTINCT = 2_000
const SECRET = 'a secret for benchmarks alone, of sufficient length'

const words = (text: string) => ({ ko: text, en: text })

async function build({ prisma, pool }: Database): Promise<{ examId: string; viewerId: string }> {
  const course = await prisma.course.create({
    data: { code: `bench-${Date.now()}`, title: words('Course'), term: '2026-2' },
  })
  const viewer = await prisma.user.create({ data: { name: 'Instructor', isAdmin: true } })
  const chosen = [problems.deepNetwork, problems.convolution, problems.vanishing]
  const exam = await prisma.exam.create({
    data: {
      courseId: course.id,
      title: words('Exam'),
      description: words(''),
      rules: examRulesSchema.parse({}) as Prisma.InputJsonObject,
    },
  })
  const versions: string[] = []
  for (const { type, title, settings } of chosen) {
    const question = await prisma.question.create({
      data: {
        courseId: course.id,
        type,
        title,
        versions: { create: { number: 1, settings: settings as Prisma.InputJsonObject } },
      },
      include: { versions: true },
    })
    versions.push(question.versions[0]!.id)
  }
  const cohort = simulateCohort('bench')
  const answers = Array.from({ length: Math.min(DISTINCT, ATTEMPTS) }, (_, i) =>
    chosen.map(({ type, settings }, slot) => {
      const question = registry.find(type)!
      const student = cohort[i % cohort.length]!
      const params = question.generate(`bench/${i}/${slot}`, settings)
      const states = simulateAnswer(question, params, settings, student, createChance(`bench/${i}/${slot}`))
      const response = states.at(-1) ?? {}
      // Graded by default settings: the run uses the author's own, so that many grades differ.
      return { params, response, result: question.grade(params, response, settings) }
    }),
  )
  for (let from = 0; from < ATTEMPTS; from += 1000) {
    const rows = Array.from(
      { length: Math.min(1000, ATTEMPTS - from) },
      (_, i) => answers[(from + i) % answers.length]!,
    )
    await pool.query(
      `WITH given AS (SELECT ordinality AS n, value AS items FROM jsonb_array_elements($1) WITH ORDINALITY),
      people AS (INSERT INTO users (id, name) SELECT gen_random_uuid(), 'Student ' || n FROM given RETURNING id),
      numbered AS (SELECT id, row_number() OVER () AS n FROM people),
      sat AS (
        INSERT INTO attempts (id, exam_id, user_id, number, seed, started_at, closed_at, graded_at)
        SELECT gen_random_uuid(), $2::uuid, id, 1, 'seed', now(), now(), now() FROM numbered RETURNING id, user_id
      ), items AS (
        SELECT gen_random_uuid() AS id, sat.id AS attempt_id, e.ordinality AS slot, e.value AS item
        FROM sat JOIN numbered ON numbered.id = sat.user_id JOIN given ON given.n = numbered.n,
          jsonb_array_elements(given.items) WITH ORDINALITY AS e
      ), written AS (
        INSERT INTO attempt_items (id, attempt_id, position, slot, question_version_id, type, type_version, params, points, revision, awarded, grade_status)
        SELECT id, attempt_id, slot, slot, ($3::uuid[])[slot], ($4::text[])[slot], '1', item->'params', 200, 1,
          round(200 * (item->'result'->>'score')::numeric)::int, item->'result'->>'status' FROM items RETURNING id
      ), saved AS (
        INSERT INTO revisions (item_id, number, mutation_id, response, received_at, hash)
        SELECT id, 1, gen_random_uuid(), item->'response', now(), '' FROM items
      )
      INSERT INTO grades (id, item_id, kind, grader, revision, result, points, at)
      SELECT gen_random_uuid(), id, 'automatic', 'bench@1', 1, item->'result', round(200 * (item->'result'->>'score')::numeric)::int, now()
      FROM items`,
      [JSON.stringify(rows), exam.id, versions, chosen.map(({ type }) => type)],
    )
  }
  await pool.query('ANALYZE')
  return { examId: exam.id, viewerId: viewer.id }
}

/** Every answer changes, so that everything is written: the score goes down by a hair's breadth. */
const nudge = (result: GradeResult): GradeResult => ({ ...result, score: Math.max(0, result.score - 0.02) })

const grading: QuestionRegistry = {
  ...registry,
  find(slug) {
    const question = registry.find(slug)
    return question && { ...question, grade: (...args) => nudge(question.grade(...args)) }
  },
}

/** A result of the usual size for each type, without looking at the answer. */
function withoutGrading(): QuestionRegistry {
  const ready = new Map(
    registry.all.map((question) => {
      const params = question.generate('bare', {})
      return [question.slug, nudge(question.grade(params, question.reference(params)))]
    }),
  )
  return {
    ...registry,
    find(slug) {
      const question = registry.find(slug)
      const result = ready.get(slug)
      return question && result ? { ...question, grade: () => result } : question
    },
  }
}

async function measure(deps: Deps, examId: string, viewerId: string) {
  const viewer = { id: viewerId, isAdmin: true }
  const began = performance.now()
  const planned = await planRegrade(deps, {
    examId,
    viewer,
    request: {
      reason: 'bench',
      policy: 'as-computed',
      slots: [1, 2, 3],
      versions: {},
      includeManual: false,
      passPercent: 60,
    },
  })
  if (!planned.ok) throw new Error(planned.error.kind)
  const { runId } = planned.value
  await workOnRegrade(deps, runId, breathe)
  const middle = performance.now()
  await moveRegrade(deps, { runId, viewer, move: 'apply' })
  await workOnRegrade(deps, runId, breathe)
  const end = performance.now()
  const [moved, run] = await Promise.all([
    deps.regrades.findRun({ runId, viewer }).then((found) => found?.counts.applied ?? 0),
    moveRegrade(deps, { runId, viewer, move: 'roll-back', reason: 'bench' }),
  ])
  if (!run.ok) throw new Error(run.error.kind)
  await workOnRegrade(deps, runId, breathe)
  return { planned: (middle - began) / 1000, applied: (end - middle) / 1000, written: moved }
}

async function main() {
  const url = process.env.BENCH_DATABASE_URL
  if (!url) throw new Error('Run it by `npm run bench:regrade`.')
  const { database, deps } = buildServices(readEnv({ DATABASE_URL: url, NEXTAUTH_SECRET: SECRET }))
  await migrateQueue(database.pool, () => undefined)
  const { examId, viewerId } = await build(database)
  const answers = 3 * ATTEMPTS
  const rows: (readonly [string, Awaited<ReturnType<typeof measure>>])[] = []
  for (const [name, questions] of [
    ['no grading', withoutGrading()],
    ['regrade', grading],
    ['no grading', withoutGrading()],
    ['regrade', grading],
  ] as const) {
    const took = await measure({ ...deps, questions }, examId, viewerId)
    rows.push([name, took])
    const total = took.planned + took.applied
    console.log(
      `${name.padEnd(12)} ${ATTEMPTS} attempts × 3: dry run ${took.planned.toFixed(1)} s, apply ${took.applied.toFixed(1)} s (${took.written} grades), together ${total.toFixed(1)} s, ${Math.round(answers / total)} problems a second`,
    )
  }
  const best = (name: string) =>
    Math.min(...rows.filter(([of]) => of === name).map(([, { planned, applied }]) => planned + applied))
  console.log(
    `regrade / no grading: ${(best('regrade') / best('no grading')).toFixed(2)} (aim: at most 3); whole regrade ${best('regrade').toFixed(1)} s`,
  )
  await database.close()
}

main().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
