import { z } from 'zod'
import { listSearch } from '@/lib/core/list-search'

/** Rows of one page of a list. */
export const PAGE = 50

/** What is asked of a list, as it stands in an address; whatever is not understood is as if not asked. */
export const listQuerySchema = z.object({
  /** Words of a name or e-mail address. */
  q: z.string().trim().max(200).catch(''),
  sort: z.string().max(40).catch(''),
  dir: z.enum(['asc', 'desc']).catch('asc'),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
})
export type ListQuery = z.infer<typeof listQuerySchema>

/** The same list with something else asked. */
export const searchOf = (query: ListQuery, over: Partial<ListQuery>): string =>
  listSearch(listQuerySchema.parse({}), query, over)

export interface ListPage<Row> {
  readonly rows: readonly Row[]
  /** Rows that match, on all pages together. */
  readonly found: number
  readonly page: number
  readonly pages: number
}

/** The rows of one page among those that hold the words; the last page where fewer are left than were asked for. */
export function pageOf<Row>(
  rows: readonly Row[],
  { q, page: asked }: Pick<ListQuery, 'q' | 'page'>,
  textOf: (row: Row) => string,
): ListPage<Row> {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean)
  const matching =
    words.length === 0
      ? rows
      : rows.filter((row) => {
          const text = textOf(row).toLowerCase()
          return words.every((word) => text.includes(word))
        })
  const pages = Math.max(1, Math.ceil(matching.length / PAGE))
  const page = Math.min(asked, pages)
  return { rows: matching.slice((page - 1) * PAGE, page * PAGE), found: matching.length, page, pages }
}
