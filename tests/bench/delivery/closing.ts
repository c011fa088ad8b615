import { changeTerms } from '@/lib/use-cases/change-terms'
import { connections, save } from './client'
import { heading, line, ms, quantile, spread } from './report'
import type { Working, World } from './world'

const ENDS_IN_MS = 8_000
const LOOK_EVERY_MS = 50
const PATIENCE_MS = 120_000

/**
 * Everybody's time ends at the same moment: how long until each attempt is closed, graded and to be seen, and how
 * long a student of another exam waits for a save meanwhile.
 */
export async function benchClosing(
  url: string,
  world: World,
  examId: string,
  attempts: readonly Working[],
  bystander: Working,
): Promise<void> {
  heading(`The end: ${attempts.length} attempts end together`)
  const { deps, database } = world.services
  const exam = await database.prisma.exam.findUniqueOrThrow({ where: { id: examId } })
  const end = new Date(Date.now() + ENDS_IN_MS)
  const changed = await changeTerms(deps, {
    examId,
    viewer: { id: attempts[0]?.userId ?? '', isAdmin: true },
    change: {
      kind: 'rules',
      rules: { ...(await rulesOf(world, examId)), graceSeconds: 0 },
      opensAt: exam.createdAt,
      closesAt: end,
      startCode: null,
    },
  })
  if (!changed.ok) throw new Error(changed.error.kind)
  // Less time never ends an attempt within the next minute: then that is when they end.
  const { _min } = await database.prisma.attempt.aggregate({ where: { examId }, _min: { closesAt: true } })
  const closesAt = _min.closesAt?.getTime() ?? end.getTime()

  const agent = connections()
  const probes: number[] = []
  const seen: number[] = []
  let probing = true
  const probe = (async () => {
    for (let count = 0; probing; count += 1) {
      if (Date.now() >= closesAt) probes.push(await save(agent, url, bystander, count))
      await after(20)
    }
  })()
  while (seen.length < attempts.length && Date.now() < closesAt + PATIENCE_MS) {
    const { rows } = await database.pool.query<{ closed: number }>(
      'SELECT count(*)::int AS closed FROM attempts WHERE exam_id = $1 AND graded_at IS NOT NULL AND receipt IS NOT NULL',
      [examId],
    )
    const late = Date.now() - closesAt
    for (let i = seen.length; i < (rows[0]?.closed ?? 0); i += 1) seen.push(late)
    await after(LOOK_EVERY_MS)
  }
  probing = false
  await probe
  agent.destroy()
  const { rows } = await database.pool.query<{ grades: number }>(
    'SELECT count(*)::int AS grades FROM grades g JOIN attempt_items i ON i.id = g.item_id JOIN attempts a ON a.id = i.attempt_id WHERE a.exam_id = $1',
    [examId],
  )
  if (seen.length < attempts.length) throw new Error(`only ${seen.length} of ${attempts.length} were closed`)
  line('closed and graded', `${seen.length} attempts, ${rows[0]?.grades} grades`)
  line(
    'after their end',
    `median ${ms(quantile(seen, 0.5))} (aim 5 s), worst ${ms(Math.max(...seen))} (aim 30 s)`,
  )
  line(`saves of a bystander meanwhile (${probes.length})`, spread(probes))
}

async function rulesOf(world: World, examId: string) {
  const managed = await world.services.deps.terms.findManaged({
    examId,
    viewer: { id: examId, isAdmin: true },
  })
  if (!managed) throw new Error('no such exam')
  return managed.exam.rules
}

/** The pace of looking. */
const after = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds))
