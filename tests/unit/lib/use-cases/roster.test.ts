import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planRoster, readRoster } from '@/lib/use-cases/roster'

describe('a roster', () => {
  it.each([
    ['comma', 'email,name,role\na@x.kr,Kim,student'],
    ['semicolon, Korean heading, other order', '역할;이름;이메일\n학생;Kim;A@X.kr'],
    ['tab', 'name\temail\nKim\ta@x.kr'],
    ['byte order mark and empty lines', '\ufeffemail,name\r\n\r\na@x.kr,Kim\r\n'],
    ['quotes', '"name","email"\n"Kim","a@x.kr"'],
    ['no heading', 'Kim,a@x.kr'],
    ['spaces', 'email , name\n a@x.kr , Kim '],
  ])('is read from %s', (_, text) => {
    const { rows, errors } = readRoster(text)
    expect(errors).toEqual([])
    expect(rows).toMatchObject([{ email: 'a@x.kr', name: 'Kim', role: 'student', timePercent: null }])
  })

  it('names each line that is wrong, and why', () => {
    const text = 'email,role,time %\na@x.kr,king,\nnobody,,\nb@x.kr,,50\nc@x.kr,조교,150 %\nC@x.kr,,'
    const { rows, errors } = readRoster(text)
    expect(errors).toEqual([
      { line: 2, problem: 'role', value: 'king' },
      { line: 3, problem: 'email', value: 'nobody' },
      { line: 4, problem: 'time', value: '50' },
      { line: 6, problem: 'twice', value: 'c@x.kr' },
    ])
    expect(rows).toMatchObject([{ line: 5, email: 'c@x.kr', role: 'grader', timePercent: 150 }])
  })

  it.each([
    ['', 'empty'],
    ['name\nKim', 'no-email-column'],
    ['x'.repeat(1_000_001), 'too-long'],
  ])('says what is wrong with the whole of it', (text, problem) => {
    expect(readRoster(text)).toEqual({ rows: [], errors: [{ line: 1, problem, value: '' }] })
  })

  it('never fails, whatever is in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const { rows } = readRoster(text)
        for (const { email } of rows) expect(email).toContain('@')
      }),
    )
  })

  it('is planned line by line', () => {
    const row = (email: string, over: object = {}) =>
      ({ line: 1, email, name: '', role: 'student', timePercent: null, ...over }) as const
    const member = { role: 'student', timePercent: 100, left: false } as const
    const members = new Map([
      ['same@x', { ...member, email: 'same@x' }],
      ['role@x', { ...member, email: 'role@x', role: 'grader' as const }],
      ['time@x', { ...member, email: 'time@x' }],
      ['left@x', { ...member, email: 'left@x', left: true }],
    ])
    const plan = planRoster(
      [
        row('same@x'),
        row('role@x'),
        row('time@x', { timePercent: 150 }),
        row('left@x'),
        row('known@x'),
        row('unproven@x'),
        row('new@x'),
      ],
      members,
      new Map([
        ...['same@x', 'role@x', 'time@x', 'left@x', 'known@x'].map((each) => [each, true] as const),
        ['unproven@x', false],
      ]),
    )
    expect(plan.map(({ kind }) => kind)).toEqual([
      'same',
      'changes',
      'changes',
      'returns',
      'joins',
      'joins-unproven',
      'new-account',
    ])
  })
})
