import demoLogins from '../demo-logins.json'
import { createChance } from './chance'
import { STUDENTS } from './plan'

/** Somebody who takes the exams. */
export interface SimulatedStudent {
  readonly index: number
  readonly name: string
  readonly email: string
  /** Standard normal: how much the student can. */
  readonly ability: number
  /** Median 1: how long they take for everything. */
  readonly pace: number
  readonly language: 'ko' | 'en'
  /** Standing accommodation in percent of the time. */
  readonly timePercent: number
}

const surnames = [...'김이박최정강조윤장임한오서신권황안송류홍']
const first = [...'민서도하지예시은수현준유건연태나아채우소']
const second = [...'준윤우진빈아호원린율서현영재희솔람겸'] as const
const foreign = [
  'Maya Okafor',
  'Lukas Brandt',
  'Aisha Rahman',
  'Diego Fuentes',
  'Chloé Marchand',
  'Arjun Mehta',
  'Sofia Rossi',
  'Nguyễn Minh Anh',
]

/** The same people for the same seed; the first ones are those that can log in with the demo logins. */
export function simulateCohort(seed: string): readonly SimulatedStudent[] {
  const logins = demoLogins.filter(({ role }) => role === 'student')
  const taken = new Set<string>()
  return Array.from({ length: STUDENTS }, (_, index) => {
    const chance = createChance(`${seed}/student/${index}`)
    const login = logins[index]
    const speaksEnglish = login === undefined && index % 25 === 7
    let name = speaksEnglish ? (foreign[Math.floor(index / 25)] ?? 'Sam Carter') : drawName()
    // Two of one name would be true to life, and a nuisance in every table.
    while (taken.has(name)) name = drawName()
    taken.add(name)
    function drawName() {
      return `${chance.pick(surnames)}${chance.pick(first)}${chance.pick(second)}`
    }
    return {
      index,
      name: login?.name ?? name,
      email: login?.email ?? `student${String(index + 1).padStart(3, '0')}@demo-200.quizgrad`,
      ability: chance.normal(),
      pace: Math.exp(0.25 * chance.normal()),
      language: speaksEnglish || chance.happens(0.1) ? 'en' : 'ko',
      timePercent: index % 40 === 11 ? 150 : 100,
    }
  })
}
