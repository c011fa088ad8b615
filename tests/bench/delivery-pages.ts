import { Browser, type Page } from './delivery-browser'
import { heading, line } from './delivery-numbers'
import { coreTime } from './delivery-process'
import type { Target } from './delivery-save'
import type { World } from './delivery-world'

/** Students who go through the pages one after the other; the first few are not counted. */
const STUDENTS = 25
const UNCOUNTED = 5

/** What each page and the start cost, one at a time: the time of the server on a core. */
export async function benchPages(world: World, { url, pid }: Target): Promise<void> {
  const examId = await world.addExam()
  const students = await world.addStudents(STUDENTS)
  const visits = students.map(({ cookie }) => ({
    browser: new Browser(url, cookie),
    attemptId: '',
  }))
  type Visit = (typeof visits)[number]

  heading('Pages and starts, one at a time')
  const step = async (name: string, run: (visit: Visit) => Promise<Page>) => {
    for (const visit of visits.slice(0, UNCOUNTED)) await run(visit)
    const counted = visits.slice(UNCOUNTED)
    const before = coreTime(pid) ?? Number.NaN
    const from = performance.now()
    for (const visit of counted) await run(visit)
    const took = (performance.now() - from) / counted.length
    const core = ((coreTime(pid) ?? Number.NaN) - before) / counted.length
    line(name, `${took.toFixed(1).padStart(7)} ms  ${core.toFixed(1).padStart(6)} ms core`)
  }
  await step('the page of the exam', ({ browser }) => browser.page(`/exams/${examId}`))
  await step('the start', async (visit) => {
    const reply = await visit.browser.post(`/api/exams/${examId}/start`, {})
    visit.attemptId = (JSON.parse(reply.text) as { attemptId: string }).attemptId
    return reply
  })
  await step('the page of the attempt', (visit) => visit.browser.page(`/attempts/${visit.attemptId}`))
  for (const { browser } of visits) browser.close()
}
