import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listQuerySchema, PAGE, pageOf, searchOf } from '@/app/_components/paging/list-query'

const names = Array.from({ length: 2 * PAGE + 3 }, (_, i) => `학생 ${i} person${i}@example.com`)
const itself = (name: string) => name

describe('a list shown page by page', () => {
  it('shows every row once, whatever their number', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 4 * PAGE }), (rows) => {
        const { pages } = pageOf(rows, { q: '', page: 1 }, itself)
        const all = Array.from({ length: pages }, (_, i) => pageOf(rows, { q: '', page: i + 1 }, itself).rows)
        expect(all.flat()).toEqual(rows)
      }),
    )
  })

  it('finds rows that hold all the words, in any order and case', () => {
    const { rows, found, pages } = pageOf(names, { q: 'PERSON10 학생', page: 1 }, itself)
    expect(rows).toEqual(names.filter((name) => name.includes('person10')))
    expect(found).toBe(rows.length)
    expect(pages).toBe(1)
  })

  it('shows the last page where fewer are left than were asked for', () => {
    expect(pageOf(names, { q: '', page: 99 }, itself)).toMatchObject({
      page: 3,
      pages: 3,
      found: names.length,
    })
    expect(pageOf(names, { q: 'nobody', page: 2 }, itself)).toEqual({ rows: [], found: 0, page: 1, pages: 1 })
  })

  it('reads whatever an address holds', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.anything()), (asked) => {
        expect(listQuerySchema.parse(asked).page).toBeGreaterThanOrEqual(1)
      }),
    )
    expect(listQuerySchema.parse({ page: '-1', dir: 'up', q: ['a', 'b'] })).toEqual(listQuerySchema.parse({}))
  })

  it('keeps in the address what was asked, and begins another order at the first page', () => {
    const query = listQuerySchema.parse({ q: '김 민', page: '3' })
    const read = (search: string) => listQuerySchema.parse(Object.fromEntries(new URLSearchParams(search)))
    expect(read(searchOf(query, { page: 2 }))).toEqual({ ...query, page: 2 })
    expect(read(searchOf(query, { sort: 'total', dir: 'desc' }))).toEqual({
      q: '김 민',
      sort: 'total',
      dir: 'desc',
      page: 1,
    })
    expect(searchOf(listQuerySchema.parse({}), {})).toBe('?')
  })
})
