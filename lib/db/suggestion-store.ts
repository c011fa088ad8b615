import type pg from 'pg'
import { isId } from '@/lib/core/ids'
import { responseSchema } from '@/lib/question/field'
import type { SuggestionStore } from '@/lib/use-cases/suggestion-store'
import type { Database } from './client'
import { taughtBy } from './exam-store'
import { jsonObjectSchema, jsonSchema, latestGrade, toGrade } from './rows'

/** Columns of a suggestion that are shown. */
const shown = { criterion: true, verdict: true, quote: true, start: true, end: true, model: true, at: true }

/**
 * Asks for second readings in the caller's transaction. All readings stand in one line behind whatever else is to be
 * done, so that a slow endpoint never keeps an attempt from being closed in time.
 */
export async function enqueueSecondReads(client: pg.ClientBase, itemIds: readonly string[]): Promise<void> {
  await client.query(
    `SELECT graphile_worker.add_job('second-read', json_build_object('itemId', id), queue_name => 'second-read',
      job_key => 'second-read:' || id, max_attempts => 5, priority => 10)::text FROM unnest($1::text[]) AS id`,
    [itemIds],
  )
}

export function createSuggestionStore({ prisma }: Database): SuggestionStore {
  return {
    async findForReading(itemId) {
      if (!isId(itemId)) return null
      const row = await prisma.attemptItem.findFirst({
        where: { id: itemId, brokenAt: null, attempt: { closedAt: { not: null } } },
        include: {
          version: { select: { settings: true } },
          grades: {
            ...latestGrade,
            include: { suggestions: { select: { criterion: true } } },
          },
        },
      })
      const [grade] = row?.grades ?? []
      // A person's word needs no second reader.
      if (!row || !grade || grade.kind === 'manual') return null
      const { result, revision } = toGrade(grade)
      if (result.status !== 'needs-review') return null
      const graded = await prisma.revision.findUnique({
        where: { itemId_number: { itemId, number: revision } },
        select: { response: true },
      })
      if (!graded) return null
      return {
        itemId,
        gradeId: grade.id,
        type: row.type,
        params: jsonObjectSchema.parse(row.params),
        settings: jsonSchema.parse(row.version.settings),
        response: responseSchema.parse(graded.response),
        result,
        suggested: grade.suggestions.map(({ criterion }) => criterion),
      }
    },

    async add(suggestion) {
      await prisma.suggestion.createMany({ data: [suggestion], skipDuplicates: true })
    },

    async listTaught({ attemptId, viewer }) {
      if (!isId(attemptId)) return []
      const items = await prisma.attemptItem.findMany({
        where: { attemptId, attempt: { exam: { course: taughtBy(viewer) } } },
        orderBy: { position: 'asc' },
        select: {
          id: true,
          grades: {
            ...latestGrade,
            select: { suggestions: { select: shown, orderBy: { id: 'asc' } } },
          },
        },
      })
      return items.flatMap(({ id, grades: [grade] }) =>
        (grade?.suggestions ?? []).map((suggestion) => ({ itemId: id, ...suggestion })),
      )
    },
  }
}
