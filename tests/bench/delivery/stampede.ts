import type http from 'node:http'
import { call, connections, save } from './client'
import { heading, line, spread } from './report'
import { atWork, type Student, type Working, type World } from './world'

const WITHIN_MS = 10_000
const SAVE_EVERY_MS = 2_000

interface Times {
  readonly cover: number[]
  readonly start: number[]
  readonly room: number[]
  readonly seat: number[]
  readonly saves: number[]
  errors: number
}

/**
 * Students who start within ten seconds, as a browser does it (the exam's page, its form, the room, the seat), while
 * others save every two seconds. Gives all who are at work afterwards.
 */
export async function benchStampede(
  url: string,
  world: World,
  examId: string,
  starters: readonly Student[],
  savers: readonly Working[],
): Promise<readonly Working[]> {
  heading(
    `Start stampede: ${starters.length} start within ${WITHIN_MS / 1000} s while ${savers.length} save every ${SAVE_EVERY_MS / 1000} s`,
  )
  const times: Times = { cover: [], start: [], room: [], seat: [], saves: [], errors: 0 }
  const agent = connections()
  const fail = (error: unknown) => {
    times.errors += 1
    if (times.errors <= 5) console.log(`  error: ${error instanceof Error ? error.message : String(error)}`)
  }
  let starting = true
  const saving = savers.map(async (student, i) => {
    await after((i / savers.length) * SAVE_EVERY_MS)
    for (let count = i; starting; count += 1) {
      const began = performance.now()
      await save(agent, url, student, count).then((took) => times.saves.push(took), fail)
      await after(Math.max(0, SAVE_EVERY_MS - (performance.now() - began)))
    }
  })
  const began = performance.now()
  const started = await Promise.all(
    starters.map(async (student, i) => {
      await after((i / starters.length) * WITHIN_MS)
      return start(agent, url, examId, student, times).catch((error: unknown) => fail(error))
    }),
  )
  const took = performance.now() - began
  starting = false
  await Promise.all(saving)
  agent.destroy()
  const attempts = started.filter((attemptId) => typeof attemptId === 'string')
  line(
    'started',
    `${attempts.length} of ${starters.length} in ${(took / 1000).toFixed(1)} s, ${times.errors} errors`,
  )
  line("the exam's page", spread(times.cover))
  line('start (form to the reply)', spread(times.start))
  line('the room with its problems', spread(times.room))
  line('seat', spread(times.seat))
  line(`saves meanwhile (${times.saves.length})`, spread(times.saves))
  return Promise.all(
    started.flatMap((attemptId, i) =>
      typeof attemptId === 'string' ? [atWork(world.services, starters[i] as Student, attemptId)] : [],
    ),
  )
}

/** The pace of the load itself. */
const after = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds))

async function start(
  agent: http.Agent,
  url: string,
  examId: string,
  { cookie }: Student,
  times: Times,
): Promise<string> {
  const expect = async (
    into: number[],
    status: number,
    path: string,
    options: Parameters<typeof call>[2] = {},
  ) => {
    const reply = await call(agent, `${url}${path}`, { ...options, headers: { cookie, ...options.headers } })
    if (reply.status !== status) throw new Error(`${path} was answered ${reply.status}`)
    into.push(reply.ms)
    return reply
  }
  const cover = await expect(times.cover, 200, `/exams/${examId}`)
  const form = formOf(cover.body)
  const { location } = await expect(times.start, 303, `/exams/${examId}`, {
    method: 'POST',
    headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}`, origin: url },
    body: form,
  })
  const attemptId = /\/attempts\/([0-9a-f-]{36})/.exec(location ?? '')?.[1]
  if (!attemptId) throw new Error(`the start led to ${location}`)
  await expect(times.room, 200, `/attempts/${attemptId}`)
  return attemptId
}

const BOUNDARY = 'quizgrad-bench'

/** The form of the exam's page as a browser without scripts sends it. */
function formOf(page: string): string {
  const form = /<form[^>]*>(?:(?!<\/form>)[\s\S])*name="examId"[\s\S]*?<\/form>/.exec(page)?.[0] ?? ''
  const fields = [...form.matchAll(/<input type="hidden" name="([^"]*)"(?: value="([^"]*)")?/g)]
  if (fields.length === 0) throw new Error('the page has no form to start')
  const parts = fields.map(
    ([, name = '', value = '']) =>
      `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${decode(name)}"\r\n\r\n${decode(value)}\r\n`,
  )
  return `${parts.join('')}--${BOUNDARY}--\r\n`
}

const decode = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
