import type { Localized } from '@/lib/core/localized'
import type { Term } from '@/lib/grading/parameter-count/additive-terms'
import type { Diagnosis } from '@/lib/grading/parameter-count/diagnose'
import type { StructureMatch, Unit } from '@/lib/grading/parameter-count/match-structure'
import type { Network } from '@/lib/grading/parameter-count/network'
import { layerId } from '@/lib/grading/parameter-count/slip'
import type { Evidence } from '@/lib/question/grade-result'
import { connectionName, layerName } from './layer-names'
import { nameSlips, rounded } from './mistakes'
import type { Credit } from './settings'

/** What one expression of an answer earns, 0..1, and what is said about it. */
export interface Verdict {
  readonly code: string
  readonly credit: number
  readonly feedback: Localized
  readonly evidence: readonly Evidence[]
}

const right: Verdict = {
  code: 'correct',
  credit: 1,
  feedback: { ko: '맞았습니다.', en: 'Correct.' },
  evidence: [],
}

const unexplained: Localized = {
  ko: '파라미터의 수와 다릅니다. 이웃한 두 층마다 가중치(두 층의 뉴런 수의 곱)와 받는 층의 편향을 세어 모두 더해 보세요.',
  en: 'This is not the number of parameters. For every two neighbouring layers count the weights (the product of their sizes) and the biases of the receiving layer, then add everything up.',
}
const unexplainedWithoutBiases: Localized = {
  ko: '파라미터의 수와 다릅니다. 이웃한 두 층마다 가중치(두 층의 뉴런 수의 곱)를 세어 모두 더해 보세요.',
  en: 'This is not the number of parameters. For every two neighbouring layers count the weights (the product of their sizes), then add everything up.',
}

/** Turns a diagnosis of one expression of the answer `text` into credit and words. */
export function verdictOf(diagnosis: Diagnosis, network: Network, credit: Credit, text: string): Verdict {
  const depth = network.sizes.length - 1
  switch (diagnosis.kind) {
    case 'correct':
      return right
    case 'slips': {
      const { id, credit: share, feedback } = nameSlips(diagnosis.slips, depth, credit)
      const evidence = diagnosis.match === null ? [] : evidenceOf(diagnosis.match, depth, text)
      return { code: id, credit: share, feedback, evidence }
    }
    case 'partial':
      return {
        code: 'partly-right',
        credit: rounded(credit['partly-right'] * diagnosis.share),
        feedback: describeMatch(diagnosis.match, depth, text),
        evidence: evidenceOf(diagnosis.match, depth, text),
      }
    case 'incorrect': {
      const feedback = network.biases ? unexplained : unexplainedWithoutBiases
      return { code: 'incorrect', credit: 0, feedback, evidence: [] }
    }
  }
}

const unitName = ({ layer, what }: Unit, depth: number): Localized => {
  const to = layerName(layer, depth)
  const connection = connectionName(layer, depth)
  return what === 'biases'
    ? { ko: `${to.ko}의 편향`, en: `the biases of the ${to.en}` }
    : { ko: `‘${connection.ko}’의 가중치`, en: `the weights of the connection ${connection.en}` }
}

const unitsName = (units: readonly Unit[], depth: number): Localized => {
  const [only] = units
  if (only === undefined || units.length > 1) {
    const connection = connectionName(only?.layer ?? depth, depth)
    return { ko: `‘${connection.ko}’ 연결 전체`, en: `the whole connection ${connection.en}` }
  }
  return unitName(only, depth)
}

const LONGEST_QUOTE = 40

/** A piece of the answer as inline code, on one line and not too long. */
export function inCode(text: string): string {
  const plain = text.replaceAll('`', '').replace(/\s+/g, ' ').trim()
  return `\`${plain.length > LONGEST_QUOTE ? `${plain.slice(0, LONGEST_QUOTE - 1)}…` : plain}\``
}

/** Names what is missing, wrong or out of place, connection by connection. */
function describeMatch(match: StructureMatch, depth: number, text: string): Localized {
  const ko: string[] = []
  const en: string[] = []
  for (const { term, units } of match.wrong) {
    const name = unitsName(units, depth)
    const value = units.reduce((sum, unit) => sum + unit.value, 0)
    const written = inCode(text.slice(term.start, term.end))
    ko.push(`${name.ko}: 답에는 ${written}, 맞는 값은 $${value}$입니다.`)
    en.push(`For ${name.en} you wrote ${written}; it should come to $${value}$.`)
  }
  if (match.missing.length > 0) {
    const names = match.missing.map((unit) => unitName(unit, depth))
    ko.push(`빠진 것: ${names.map((name) => name.ko).join(', ')}.`)
    en.push(`Missing: ${names.map((name) => name.en).join(', ')}.`)
  }
  if (match.extra.length > 0) {
    const written = match.extra.map((term) => inCode(text.slice(term.start, term.end))).join(', ')
    ko.push(`이 신경망의 가중치나 편향에 해당하지 않는 항: ${written}.`)
    en.push(`These terms stand for no weights or biases of the network: ${written}.`)
  }
  return { ko: ko.join(' '), en: en.join(' ') }
}

function evidenceOf(match: StructureMatch, depth: number, text: string): readonly Evidence[] {
  const evidence: Evidence[] = []
  for (const { term, units } of match.matched) {
    for (const unit of units) evidence.push(span(text, term, criterionOf(unit, depth), 'support'))
  }
  for (const { term, units } of match.wrong) {
    for (const unit of units) evidence.push(span(text, term, criterionOf(unit, depth), 'contradict'))
  }
  for (const term of match.extra) evidence.push(span(text, term, 'extra', 'contradict'))
  return evidence.sort(byStart)
}

const byStart = (a: Evidence, b: Evidence): number => a.start - b.start

const criterionOf = ({ layer, what }: Unit, depth: number): string => `${what}-${layerId(layer, depth)}`

const span = (text: string, { start, end }: Term, criterion: string, role: Evidence['role']): Evidence => ({
  start,
  end,
  text: text.slice(start, end),
  criterion,
  role,
})
