import { err, ok, type Result } from '@/lib/core/result'
import { bounds } from './bounds'
import type { Expression, ExpressionChain, Relation } from './expression'
import { Parser } from './parse'
import type { ReadProblem } from './read-problem'
import type { TokenKind } from './token'
import { tokenize } from './tokenize'

/**
 * Reads an answer as people write it: 6×5+5, \(6 \cdot 5\), "총 74개입니다", a = b = c. Every link of a chain is kept.
 * Nothing is worked out. Any text of any length gets an answer in bounded time; a problem names its earliest place.
 */
export function readExpression(text: string): Result<ExpressionChain, ReadProblem> {
  if (text.length > bounds.length) return err({ kind: 'too-long', at: bounds.length, found: '' })
  const { tokens, problem } = tokenize(text)
  if (tokens.length === 1 && problem === null) {
    return err({ kind: text.trim() === '' ? 'empty' : 'no-number', at: 0, found: '' })
  }
  const parser = new Parser(text, tokens)
  const chain = parseChain(parser)
  // The tokenizer stopped at its problem; the parser's is earlier unless it only met the end there.
  if (problem !== null && (chain !== null || parser.token.kind === 'end')) return err(problem)
  if (chain === null) return err(parser.problem ?? { kind: 'missing-value', at: text.length, found: '' })
  return ok(chain)
}

const isRelation = (kind: TokenKind): boolean => kind === 'equal' || kind === 'approximate'

function parseChain(parser: Parser): ExpressionChain | null {
  const first = parser.parseSum()
  if (first === null) return null
  const links: [Expression, ...Expression[]] = [first]
  const relations: Relation[] = []
  while (isRelation(parser.token.kind)) {
    const { kind, start } = parser.advance()
    // "(6×5+5)+… =" without a number after it says nothing more.
    if (parser.token.kind === 'end') break
    if (links.length >= bounds.links) return parser.fail('too-long')
    const link = parser.parseSum()
    if (link === null) return null
    links.push(link)
    relations.push({ kind: kind === 'equal' ? 'equal' : 'approximate', at: start })
  }
  if (parser.token.kind !== 'end') return parser.fail('missing-operator')
  return { links, relations }
}
