import { z } from 'zod'
import { listSearch } from '@/lib/core/list-search'

/** How a student stands in one exam of the gradebook. */
export const gradebookStates = ['not-started', 'working', 'needs-review', 'ungraded', 'graded'] as const
export type GradebookState = (typeof gradebookStates)[number]

/** Rows of one page. */
export const GRADEBOOK_PAGE = 50

/** What is asked of a gradebook, as it stands in an address; whatever is not understood is as if not asked. */
const text = (most: number) => z.string().trim().max(most).catch('')
export const gradebookQuerySchema = z.object({
  /** Words of a name or e-mail address. */
  q: text(200),
  /** The exam that `state` is about; empty for any. */
  exam: z.union([z.uuid(), z.literal('')]).catch(''),
  state: z.union([z.enum(gradebookStates), z.literal('')]).catch(''),
  /** name, total, or the id of an exam. */
  sort: z.union([z.enum(['name', 'total']), z.uuid()]).catch('name'),
  dir: z.enum(['asc', 'desc']).catch('asc'),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
})
export type GradebookQuery = z.infer<typeof gradebookQuerySchema>

/** The same gradebook with something else asked, as the part of an address after the path. */
export const gradebookSearch = (query: GradebookQuery, over: Partial<GradebookQuery>): string =>
  listSearch(gradebookQuerySchema.parse({}), query, over)
