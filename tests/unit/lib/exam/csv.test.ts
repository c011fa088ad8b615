import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvLines } from '@/lib/exam/csv'
import { courseGradebook, examGradebook, type GradebookAttempt } from '@/lib/exam/gradebook'

const write = (rows: (string | number | Date | null)[][], head = ['a']) =>
  [...csvLines({ head, rows })].join('')

/** A reader of RFC 4180, as strict as it is short. */
function read(text: string): string[][] {
  const rows: string[][] = [[]]
  let cell = ''
  let quoted = false
  for (let i = text.startsWith('\uFEFF') ? 1 : 0; i < text.length; i += 1) {
    const c = text[i] as string
    if (quoted) {
      if (c === '"' && text[i + 1] === '"') {
        cell += '"'
        i += 1
      } else if (c === '"') quoted = false
      else cell += c
    } else if (c === '"') quoted = true
    else if (c === ',') {
      rows.at(-1)?.push(cell)
      cell = ''
    } else if (c === '\r' && text[i + 1] === '\n') {
      rows.at(-1)?.push(cell)
      rows.push([])
      cell = ''
      i += 1
    } else cell += c
  }
  return rows.slice(0, -1)
}

describe('CSV', () => {
  it('starts with the mark that tells spreadsheets of Korean, and ends lines with CRLF', () => {
    expect(write([['김하늘', 1.5, null, new Date(0)]])).toBe(
      '\uFEFFa\r\n김하늘,1.5,,1970-01-01T00:00:00.000Z\r\n',
    )
  })

  it('gives back every text through quotes, commas and line breaks', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.string(), { minLength: 1, maxLength: 4 }), { maxLength: 6 }),
        (rows) => {
          const plain = rows.map((row) => row.map((text) => `x${text}`))
          expect(read(write(plain)).slice(1)).toEqual(plain)
        },
      ),
    )
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1+1', '=cmd|"/c calc"!A1'])(
    'leaves %j no formula',
    (text) => {
      const [, [cell]] = read(write([[text]])) as [unknown, [string]]
      expect(cell).toBe(`'${text}`)
    },
  )

  it('writes numbers as numbers, below zero too', () => {
    expect(read(write([[-1.5, 0]]))[1]).toEqual(['-1.5', '0'])
  })
})

const item = (slot: number, awarded: number | null, needsReview = false) => ({
  slot,
  points: 200,
  awarded,
  needsReview,
})
const attempt = (number: number, items: GradebookAttempt['items'], closed = true): GradebookAttempt => ({
  id: `a${number}`,
  examId: 'e',
  userId: 's',
  number,
  startedAt: new Date(0),
  closedAt: closed ? new Date(1000) : null,
  items,
})
const exam = {
  id: 'e',
  title: { ko: '시험', en: 'Exam' },
  counts: 'best' as const,
  problems: [1, 2].map((slot) => ({
    slot,
    points: 200,
    title: { ko: `문제 ${slot}`, en: `Problem ${slot}` },
  })),
}
const students = [
  { id: 's', name: 'Kim', email: 'k@example.test' },
  { id: 't', name: 'Lee', email: null },
]

describe('gradebook', () => {
  it('of an exam: the attempt that counts with its problems, and who did not come', () => {
    const table = examGradebook(
      exam,
      students,
      [attempt(1, [item(1, 150), item(2, 200, true)]), attempt(2, [item(1, 0), item(2, 0)])],
      'en',
    )
    expect(table.head).toEqual([
      'Name',
      'Email',
      'State',
      'Attempt',
      'Started',
      'Handed in',
      '1. Problem 1 (2)',
      '2. Problem 2 (2)',
      'Total',
      'Possible',
      'Percent',
      'To be reviewed',
    ])
    expect(table.rows).toEqual([
      ['Kim', 'k@example.test', 'needs review', 1, new Date(0), new Date(1000), 1.5, 2, 3.5, 4, 87.5, 1],
      ['Lee', null, 'not started', null, null, null, null, null, null, null, null, null],
    ])
  })

  it('says what has no grade or is not handed in, and makes up no total', () => {
    const state = (given: GradebookAttempt) => {
      const [row] = examGradebook(exam, students.slice(0, 1), [given], 'en').rows
      return [row?.[2], row?.[8]]
    }
    expect(state(attempt(1, [item(1, 150), item(2, null)]))).toEqual(['not graded', null])
    expect(state(attempt(1, [item(1, 150), item(2, null)], false))).toEqual(['working', null])
  })

  it('of a course: one total for each exam, also where a pool gives fewer problems', () => {
    const table = courseGradebook([exam], students, [attempt(1, [item(1, 150)])], 'ko')
    expect(table).toEqual({
      head: ['이름', '이메일', '시험', '시험 – 만점'],
      rows: [
        ['Kim', 'k@example.test', 1.5, 2],
        ['Lee', null, null, null],
      ],
    })
  })
})
