import { equalFractions, type Fraction } from '@/lib/grading/exact/fraction'
import { evaluateExact, evaluateLinks } from '@/lib/grading/expression/evaluate-exact'
import { type Expression, type ExpressionChain, unwrapped } from '@/lib/grading/expression/expression'
import { carriedFrom, readRunOn } from '@/lib/grading/expression/run-on'
import type { Statement } from './statements'

/** A statement with its value, and its first link with the results of earlier statements put in. */
interface Step {
  readonly statement: Statement
  readonly first: Expression
  readonly last: Expression
  readonly value: Fraction
}

const isBare = (node: Expression): boolean => unwrapped(node).kind === 'number'

/**
 * One chain that says the same as a working, or null where it may be meant in several ways.
 * - A result that a later statement adds up is put in there: 6*5+5=35, 5*4+4=24, 35+24=59 is (6*5+5)+(5*4+4) = 35+24 = 59.
 * - Parts with names and a total ("W1=30, b1=5, total 35") are the sum of the parts and the total.
 * - Parts with names alone are their sum.
 * - Two totals, numbers without names, and results that nothing is made of are alternatives: null.
 */
export function joinStatements(written: readonly Statement[]): ExpressionChain | null {
  const statements = written.map(asMeant)
  const joined = join(statements)
  const carriesOn = statements.find(({ chain }) => chain.carriesOn !== undefined)?.chain.carriesOn
  return joined === null || carriesOn === undefined ? joined : { ...joined, carriesOn }
}

/** A statement whose equals signs carry on (6*5=30+5=35) as it was meant. */
function asMeant(statement: Statement): Statement {
  const values = evaluateLinks(statement.chain)
  const runOn = values.ok ? readRunOn(statement.chain, values.value) : null
  if (runOn === null) return statement
  return {
    ...statement,
    chain: { ...runOn.chain, carriesOn: carriedFrom(statement.chain, runOn) },
  }
}

function join(statements: readonly Statement[]): ExpressionChain | null {
  const totals = statements.filter(({ standing }) => standing === 'total')
  const last = statements.at(-1)
  if (last === undefined || totals.length > 1) return null
  const final = totals[0] ?? (last.standing === 'part' ? null : last)
  const open: Step[] = []
  for (const statement of statements) {
    if (statement === final) continue
    const step = stepOf(statement, open)
    if (step === null) return null
    open.push(step)
  }
  if (final === null) return namesDiffer(open) ? chainOf(open, []) : null

  const { length } = open
  const end = stepOf(final, open)
  if (end === null) return null
  if (open.length === 0) return length === 0 ? final.chain : withFirst(end)
  // Some results were used and others not: nobody can say what these are for.
  if (open.length < length) return null
  return explains(open, end) ? chainOf(open, final.chain.links) : withTotalAlone(open, end)
}

/** Reads one statement; the earlier results that it adds up leave `open`. null where it has no value. */
function stepOf(statement: Statement, open: Step[]): Step | null {
  const values = evaluateLinks(statement.chain)
  const [given] = statement.chain.links
  const last = statement.chain.links.at(-1) ?? given
  const value = values.ok ? values.value.at(-1) : undefined
  if (value === undefined) return null
  // "b2 = 12" does not mean an earlier 12; "→ 12" and "total 12" may.
  const isName = statement.standing === 'part' && isBare(given)
  return { statement, first: isName ? given : putIn(given, open), last, value }
}

/** The expression with each addend that is an earlier result replaced by what that was worked out from. */
function putIn(node: Expression, open: Step[]): Expression {
  switch (node.kind) {
    case 'number': {
      const at = open.findIndex(({ value }) => equalFractions(value, node))
      const [used] = at < 0 ? [] : open.splice(at, 1)
      return used === undefined ? node : { kind: 'group', node: used.first, start: node.start, end: node.end }
    }
    case 'group':
      return { ...node, node: putIn(node.node, open) }
    case 'sum':
      return {
        ...node,
        terms: node.terms.map((term) => (term.negative ? term : { ...term, node: putIn(term.node, open) })),
      }
    default:
      return node
  }
}

const namesDiffer = (steps: readonly Step[]): boolean =>
  steps.every(({ statement }) => statement.standing === 'part') &&
  new Set(steps.map(({ statement }) => statement.name)).size === steps.length

/** Whether the end is the total of the steps: they have names and it is called so, or they are worked out and add up to it. */
function explains(steps: readonly Step[], end: Step): boolean {
  const sum = evaluateExact(sumOf(steps.map(({ last }) => last)))
  const addsUp = sum.ok && equalFractions(sum.value, end.value)
  const worked = steps.every(({ statement, first }) => statement.standing === 'part' || !isBare(first))
  if (addsUp) return worked || !isBare(end.first)
  return steps.length > 1 && namesDiffer(steps) && end.statement.standing === 'total' && isBare(end.first)
}

/** "Weights 62, total 74": the one part that is named does not speak against the total. */
function withTotalAlone([only, ...others]: readonly Step[], end: Step): ExpressionChain | null {
  const isPart = only?.statement.standing === 'part' && others.length === 0
  const isLess = only !== undefined && only.value.n * end.value.d < end.value.n * only.value.d
  return isPart && isLess && end.statement.standing === 'total' ? end.statement.chain : null
}

const withFirst = ({ first, statement }: Step): ExpressionChain => chainFrom(first, statement.chain.links)

/** The sum of the steps as they were worked out, their results added where they say them, and further links. */
function chainOf(steps: readonly Step[], links: readonly Expression[]): ExpressionChain {
  const first = sumOf(steps.map((step) => step.first))
  const say = steps.some(({ statement, first: shown }) => shown !== statement.chain.links.at(-1))
  return chainFrom(first, say ? [sumOf(steps.map(({ last }) => last)), ...links] : links)
}

function chainFrom(first: Expression, rest: readonly Expression[]): ExpressionChain {
  return {
    links: [first, ...rest],
    relations: rest.map(({ start }) => ({ kind: 'equal', at: start })),
  }
}

function sumOf(nodes: readonly Expression[]): Expression {
  const [only] = nodes
  if (only !== undefined && nodes.length === 1) return only
  const start = Math.min(...nodes.map((node) => node.start))
  const end = Math.max(...nodes.map((node) => node.end))
  return { kind: 'sum', terms: nodes.map((node) => ({ negative: false, node })), start, end }
}
