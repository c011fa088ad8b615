import { strToU8, zipSync } from 'fflate'
import { type ForeignItem, foreignItems, reportOf } from '@/lib/use-cases/files/foreign'
import { writeFile } from '@/lib/use-cases/files/format'
import { toMoodle } from '@/lib/use-cases/files/moodle'
import { fileOf, inQti, toManifest, toQtiItem } from '@/lib/use-cases/files/qti'
import { exportBank, exportExam } from '@/lib/use-cases/files/transfer'
import { notFound } from './attempt-roads'
import { disposition, file, localeOf } from './export-roads'
import { requireViewer } from './require-viewer'
import type { Call, Road } from './road'

/** Questions and exams that leave as files: our own format, and those of others. */

const search = ({ request }: Call) => new URL(request.url ?? '/', 'http://localhost').searchParams
/** Variants of each question in the formats that hold none. */
const MOST_VARIANTS = 50

async function bankOf(call: Call) {
  const viewer = await requireViewer(call)
  const courseId = call.params.courseId ?? ''
  const ids = search(call).getAll('id')
  const { deps } = call.services
  const [document, bank] = await Promise.all([
    exportBank(deps, { courseId, viewer, ...(ids.length > 0 && { questionIds: ids }) }),
    deps.bank.findBank({ courseId, viewer }),
  ])
  if (!document || !bank) throw notFound()
  return { document, course: bank.course }
}

const bank: Road = {
  method: 'GET',
  path: '/api/courses/:courseId/questions.json',
  async handle(call) {
    const { document, course } = await bankOf(call)
    const head = {
      type: 'application/json; charset=utf-8',
      disposition: disposition(
        course.title[localeOf(call)],
        'questions',
        call.services.deps.clock.now(),
        'json',
      ),
    }
    return file(head, async function* () {
      yield writeFile(document)
    })
  },
}

const exam: Road = {
  method: 'GET',
  path: '/api/exams/:examId/exam.json',
  async handle(call) {
    const viewer = await requireViewer(call)
    const document = await exportExam(call.services.deps, { examId: call.params.examId ?? '', viewer })
    if (!document?.exam) throw notFound()
    const head = {
      type: 'application/json; charset=utf-8',
      disposition: disposition(
        document.exam.title[localeOf(call)],
        'exam',
        call.services.deps.clock.now(),
        'json',
      ),
    }
    return file(head, async function* () {
      yield writeFile(document)
    })
  },
}

/** A package for another system, with a report of what it could not hold. */
const foreign = (
  name: 'moodle' | 'qti',
  pack: (items: readonly ForeignItem[], title: string) => Record<string, string>,
): Road => ({
  method: 'GET',
  path: `/api/courses/:courseId/questions.${name}.zip`,
  async handle(call) {
    const { document, course } = await bankOf(call)
    const locale = localeOf(call)
    const asked = Number(search(call).get('variants') ?? 10)
    const count = Number.isInteger(asked) ? Math.min(MOST_VARIANTS, Math.max(1, asked)) : 10
    const { questions } = call.services.deps
    const items: ForeignItem[] = []
    const skipped: string[] = []
    for (const question of document.questions) {
      const type = questions.find(question.type)
      if (!type || question.versions.length === 0) {
        skipped.push(`${question.key}: not published, left out`)
        continue
      }
      items.push(...foreignItems(type, question, count, locale))
    }
    const title = course.title[locale]
    const kept = name === 'qti' ? items.filter((item) => inQti(item).length > 0) : items
    if (name === 'qti')
      for (const item of items) {
        const lost = item.fields.length - inQti(item).length
        if (lost > 0)
          skipped.push(
            `${item.id} (${item.title}): without ${lost} answers that are neither choice nor number`,
          )
      }
    const files = { ...pack(kept, title), 'report.txt': `${reportOf(items, skipped)}\n` }
    const bytes = zipSync(
      Object.fromEntries(Object.entries(files).map(([path, content]) => [path, strToU8(content)])),
    )
    const head = {
      type: 'application/zip',
      disposition: disposition(title, name, call.services.deps.clock.now(), 'zip'),
    }
    return file(head, async function* () {
      yield bytes
    })
  },
})

const moodle = foreign('moodle', (items, title) => ({ 'questions.xml': toMoodle(items, title) }))
const qti = foreign('qti', (items) => ({
  'imsmanifest.xml': toManifest(items),
  ...Object.fromEntries(items.map((item) => [fileOf(item.id), toQtiItem(item)])),
}))

export const questionRoads: readonly Road[] = [bank, exam, moodle, qti]
