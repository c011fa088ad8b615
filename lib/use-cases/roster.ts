import Papa from 'papaparse'
import type { Role } from '@/lib/exam/course-role'

/** One line of a roster that can be read. */
export interface RosterRow {
  /** In the file, from 1. */
  readonly line: number
  readonly email: string
  readonly name: string
  readonly role: Role
  /** 150: half as much time again. Null where the roster says nothing about it. */
  readonly timePercent: number | null
}

export type RosterProblem =
  | 'email'
  | 'role'
  | 'time'
  | 'twice'
  /** The whole file: no column of e-mail addresses, no line, or too many. */
  | 'no-email-column'
  | 'empty'
  | 'too-long'

export interface RosterError {
  readonly line: number
  readonly problem: RosterProblem
  readonly value: string
}

export interface Roster {
  readonly rows: readonly RosterRow[]
  readonly errors: readonly RosterError[]
}

/** More people than any course has. */
const MOST_ROWS = 5_000
const MOST_CHARACTERS = 1_000_000

const columns = {
  email: ['email', 'e-mail', 'mail', '이메일', '메일', '전자우편'],
  name: ['name', 'full name', '이름', '성명'],
  role: ['role', '역할', '구분'],
  time: ['time', 'time %', 'time percent', 'accommodation', '시간', '시간 %', '시간 연장'],
} as const

const roles: Readonly<Record<string, Role>> = {
  '': 'student',
  student: 'student',
  학생: 'student',
  수강생: 'student',
  instructor: 'instructor',
  teacher: 'instructor',
  교수: 'instructor',
  grader: 'grader',
  ta: 'grader',
  조교: 'grader',
  채점자: 'grader',
  observer: 'observer',
  참관: 'observer',
  참관자: 'observer',
}

const email = /^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@,;<>"]+$/

/**
 * Reads a roster as spreadsheets export it: comma, semicolon or tab between columns, a heading line in Korean or
 * English that names them in any order, or no heading and the e-mail address somewhere in each line.
 */
export function readRoster(text: string): Roster {
  if (text.length > MOST_CHARACTERS) return whole('too-long')
  const { data } = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), { delimitersToGuess: [',', ';', '\t'] })
  const lines = data
    .map((cells, i) => ({ line: i + 1, cells: cells.map((cell) => cell.normalize('NFC').trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
  const [first] = lines
  if (!first) return whole('empty')
  if (lines.length > MOST_ROWS) return whole('too-long')
  const headings = first.cells.map((cell) => cell.toLowerCase())
  const at = (names: readonly string[]) => headings.findIndex((heading) => names.includes(heading))
  const headed = at(columns.email) >= 0
  const place = headed
    ? { email: at(columns.email), name: at(columns.name), role: at(columns.role), time: at(columns.time) }
    : { email: first.cells.findIndex((cell) => email.test(cell)), name: -1, role: -1, time: -1 }
  if (place.email < 0) return whole('no-email-column')
  if (!headed) place.name = first.cells.findIndex((_, i) => i !== place.email)

  const rows: RosterRow[] = []
  const errors: RosterError[] = []
  const seen = new Set<string>()
  for (const { line, cells } of headed ? lines.slice(1) : lines) {
    const cell = (column: number) => (column < 0 ? '' : (cells[column] ?? ''))
    const address = cell(place.email).toLowerCase()
    const role = roles[cell(place.role).toLowerCase()]
    const time = cell(place.time).replace(/\s*%$/, '')
    const percent = time === '' ? null : /^\d{3,4}$/.test(time) ? Number(time) : Number.NaN
    const fail = (problem: RosterProblem, value: string) =>
      errors.push({ line, problem, value: value.slice(0, 100) })
    if (!email.test(address)) fail('email', cell(place.email))
    else if (seen.has(address)) fail('twice', address)
    else if (!role) fail('role', cell(place.role))
    else if (percent !== null && !(percent >= 100 && percent <= 1000)) fail('time', time)
    else rows.push({ line, email: address, name: cell(place.name).slice(0, 200), role, timePercent: percent })
    seen.add(address)
  }
  return { rows, errors }
}

const whole = (problem: RosterProblem): Roster => ({ rows: [], errors: [{ line: 1, problem, value: '' }] })

/** A member of the course as it is. */
export interface Member {
  readonly email: string
  readonly role: Role
  readonly timePercent: number
  readonly left: boolean
}

export type RosterChange = RosterRow & {
  /**
   * new-account: nobody has this address yet; joins: an account that is not in the course; joins-unproven: one whose
   * address may be somebody else's, since whoever made it has not shown that mail reaches them there.
   */
  readonly kind: 'new-account' | 'joins' | 'joins-unproven' | 'returns' | 'changes' | 'same'
}

/**
 * What a roster changes: it adds and changes, and takes nobody out.
 * @param members of the course, by their address in small letters
 * @param accounts addresses in small letters of everybody who has an account, and whether each is proven
 */
export function planRoster(
  rows: readonly RosterRow[],
  members: ReadonlyMap<string, Member>,
  accounts: ReadonlyMap<string, boolean>,
): readonly RosterChange[] {
  return rows.map((row): RosterChange => {
    const member = members.get(row.email)
    if (!member) {
      const proven = accounts.get(row.email)
      return { ...row, kind: proven === undefined ? 'new-account' : proven ? 'joins' : 'joins-unproven' }
    }
    if (member.left) return { ...row, kind: 'returns' }
    const same =
      member.role === row.role && (row.timePercent === null || row.timePercent === member.timePercent)
    return { ...row, kind: same ? 'same' : 'changes' }
  })
}
