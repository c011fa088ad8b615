import { ok, type Result } from '@/lib/core/result'
import type { ExpressionChain } from './expression'
import { readExpression } from './read-expression'
import type { ReadProblem, ReadProblemKind } from './read-problem'
import { joinStatements } from './working/join-statements'
import { statementsOf } from './working/statements'

/** Longest text that is looked at as a working of several statements. */
const LONGEST_WORKING = 1_000

/** Problems that a text of several statements has when it is read as one expression. */
const readAgain = new Set<ReadProblemKind>([
  'unknown-word',
  'unknown-character',
  'missing-operator',
  'missing-value',
  'several-values',
  'equals-in-brackets',
])

/**
 * Reads an answer that is one expression or a working that leads to one: "6*5+5=35, 5*4+4=24, 35+24=59",
 * "W1=30, b1=5, total 35", "35 (weights 30 + biases 5)". What may be meant in several ways is not read; the problem is
 * then that of the text as one expression.
 */
export function readWorking(text: string): Result<ExpressionChain, ReadProblem> {
  const read = readExpression(text)
  if (read.ok || text.length > LONGEST_WORKING || !readAgain.has(read.error.kind)) return read
  const chain = readSteps(text)
  return chain === null ? read : ok(chain)
}

/** A text read as steps that lead to one expression, arrows parting them like commas; null where they do not. */
export function readSteps(text: string): ExpressionChain | null {
  if (text.length > LONGEST_WORKING) return null
  const statements = statementsOf(text)
  return statements === null ? null : joinStatements(statements)
}
