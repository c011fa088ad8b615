import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import writeXlsxFile from 'write-excel-file/node'
import { isLocale, type Locale } from '@/lib/core/localized'
import { csvLines } from '@/lib/exam/csv'
import { courseGradebook, examGradebook, type Table } from '@/lib/exam/gradebook'
import type { Gradebook } from '@/lib/use-cases/export-store'
import { log } from '../log'
import { notFound } from './attempt-roads'
import { requireViewer } from './require-viewer'
import type { Call, Road, Stream } from './road'

/** What leaves the product as a file. Each answers 404 to everybody who may not have it. */

export const localeOf = ({ request }: Call): Locale => {
  const lang = new URL(request.url ?? '/', 'http://localhost').searchParams.get('lang')
  return isLocale(lang) ? lang : 'ko'
}

/** "Deep learning midterm – gradebook 2026-11-25.csv", in the form that keeps Korean names (RFC 6266). */
export function disposition(title: string, what: string, day: Date, extension: string): string {
  // Names that no file system and no header stumbles over.
  const name = `${title} – ${what} ${day.toISOString().slice(0, 10)}.${extension}`
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}/\\:*?"<>|]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const plain = name.replace(/[^\x20-\x7e]/g, '_').replaceAll('%', '_')
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}

/** A file, written piece by piece as fast as the other side takes it. */
export const file = (
  head: { type: string; disposition: string },
  pieces: () => AsyncIterable<string | Uint8Array>,
): Stream => ({
  stream(response) {
    response.writeHead(200, {
      'content-type': head.type,
      'content-disposition': head.disposition,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
    write(response, pieces()).catch((error: unknown) => {
      // A file that is cut off must not look whole.
      if (!response.destroyed) log.error({ err: error }, 'export failed')
      response.destroy()
    })
  },
})

async function write(response: ServerResponse, pieces: AsyncIterable<string | Uint8Array>): Promise<void> {
  response.on('error', () => response.destroy())
  for await (const piece of pieces) {
    if (response.destroyed) return
    if (!response.write(piece)) await Promise.race([once(response, 'drain'), once(response, 'close')])
  }
  response.end()
}

async function* csv(table: Table): AsyncIterable<string> {
  yield* csvLines(table)
}

/** Texts are cells of the kind text, which no program runs. */
async function* xlsx(table: Table, sheet: string): AsyncIterable<Uint8Array> {
  const cells = [
    table.head.map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
    ...table.rows.map((row) =>
      row.map((value) =>
        typeof value === 'string'
          ? { value, type: String }
          : value instanceof Date
            ? { value, type: Date, format: 'yyyy-mm-dd hh:mm' }
            : typeof value === 'number'
              ? { value, type: Number }
              : null,
      ),
    ),
  ]
  // Names of sheets are short and without these characters.
  const name =
    sheet
      .replace(/[[\]:*?/\\]/g, ' ')
      .slice(0, 31)
      .trim() || 'Gradebook'
  yield await writeXlsxFile(cells, { sheet: name, stickyRowsCount: 1 }).toBuffer()
}

type Format = 'csv' | 'xlsx'
const types: Readonly<Record<Format, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

function gradebookFile(call: Call, found: Gradebook, table: Table, format: Format): Stream {
  const title = found.title[localeOf(call)]
  const what = { ko: '성적부', en: 'gradebook' }[localeOf(call)]
  const head = {
    type: types[format],
    disposition: disposition(title, what, call.services.deps.clock.now(), format),
  }
  return file(head, () => (format === 'csv' ? csv(table) : xlsx(table, title)))
}

const examGradebookRoad = (format: Format): Road => ({
  method: 'GET',
  path: `/api/exams/:examId/gradebook.${format}`,
  async handle(call) {
    const viewer = await requireViewer(call)
    const found = await call.services.deps.exports.examGradebook({ examId: call.params.examId ?? '', viewer })
    const exam = found?.exams[0]
    if (!found || !exam) throw notFound()
    const table = examGradebook(exam, found.students, found.attempts, localeOf(call))
    return gradebookFile(call, found, table, format)
  },
})

const courseGradebookRoad = (format: Format): Road => ({
  method: 'GET',
  path: `/api/courses/:courseId/gradebook.${format}`,
  async handle(call) {
    const viewer = await requireViewer(call)
    const found = await call.services.deps.exports.courseGradebook({
      courseId: call.params.courseId ?? '',
      viewer,
    })
    if (!found) throw notFound()
    const table = courseGradebook(found.exams, found.students, found.attempts, localeOf(call))
    return gradebookFile(call, found, table, format)
  },
})

/** Every attempt with its provenance, one JSON object a line. */
const attemptsRoad: Road = {
  method: 'GET',
  path: '/api/exams/:examId/attempts.jsonl',
  async handle(call) {
    const viewer = await requireViewer(call)
    const { exports, clock } = call.services.deps
    const examId = call.params.examId ?? ''
    const title = await exports.findManagedTitle({ examId, viewer })
    if (!title) throw notFound()
    const what = { ko: '응시 기록', en: 'attempts' }[localeOf(call)]
    return file(
      {
        type: 'application/jsonl; charset=utf-8',
        disposition: disposition(title[localeOf(call)], what, clock.now(), 'jsonl'),
      },
      async function* () {
        for await (const attempt of exports.attempts({ examId, byId: viewer.id, now: clock.now() }))
          yield `${JSON.stringify(attempt)}\n`
      },
    )
  },
}

/** All that a course keeps of one student, for the student's own asking. */
const studentDataRoad: Road = {
  method: 'GET',
  path: '/api/courses/:courseId/students/:userId/data.json',
  async handle(call) {
    const viewer = await requireViewer(call)
    const { exports, clock } = call.services.deps
    const [courseId, userId] = [call.params.courseId ?? '', call.params.userId ?? '']
    const student = await exports.findStudent({ courseId, userId, viewer })
    if (!student) throw notFound()
    const what = { ko: '데이터', en: 'data' }[localeOf(call)]
    return file(
      {
        type: 'application/json; charset=utf-8',
        disposition: disposition(student.name, what, clock.now(), 'json'),
      },
      async function* () {
        yield `${JSON.stringify(await exports.studentData({ courseId, userId, byId: viewer.id, now: clock.now() }), null, 2)}\n`
      },
    )
  },
}

export const exportRoads: readonly Road[] = [
  examGradebookRoad('csv'),
  examGradebookRoad('xlsx'),
  courseGradebookRoad('csv'),
  courseGradebookRoad('xlsx'),
  attemptsRoad,
  studentDataRoad,
]
