import { err, ok, type Result } from '@/lib/core/result'
import { type Formula, type FormulaProblem, functions, isFunctionName, type Operator } from './formula'

/** Longer formulas and deeper nesting than authors write; they bound the work of a parse. */
const LONGEST = 1_000
const DEEPEST = 40

interface Token {
  readonly kind: 'number' | 'name' | 'sign'
  readonly text: string
  readonly at: number
}

const pattern = /\s*(?:(\d+(?:\.\d+)?)|([A-Za-z_][A-Za-z0-9_]*)|(<=|>=|==|!=|[-+*/^<>(),]))/y

function tokenize(text: string): Result<readonly Token[], FormulaProblem> {
  const tokens: Token[] = []
  pattern.lastIndex = 0
  let at = 0
  while (text.slice(at).trim() !== '') {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (!match) {
      const skipped = at + (text.slice(at).length - text.slice(at).trimStart().length)
      return err({ kind: 'character', at: skipped, found: text.slice(skipped, skipped + 1) })
    }
    const [whole, number, name, sign] = match
    const found = number ?? name ?? sign ?? ''
    tokens.push({
      kind: number !== undefined ? 'number' : name !== undefined ? 'name' : 'sign',
      text: found,
      at: at + whole.length - found.length,
    })
    at = pattern.lastIndex
  }
  return ok(tokens)
}

class Stop extends Error {
  constructor(readonly problem: FormulaProblem) {
    super(problem.kind)
  }
}

/** How tightly operators bind; powers are taken from the right. */
const levels: readonly (readonly Operator[])[] = [
  ['<', '<=', '>', '>=', '==', '!='],
  ['+', '-'],
  ['*', '/'],
]

/**
 * Reads a formula: numbers, names, + - * / ^, comparisons (1 where they hold, else 0), the functions of formula.ts and
 * brackets. Its own small grammar, and nothing else: there is no way from here to the program.
 */
export function parseFormula(text: string): Result<Formula, FormulaProblem> {
  if (text.length > LONGEST) return err({ kind: 'too-long', at: LONGEST, found: '' })
  const tokens = tokenize(text)
  if (!tokens.ok) return tokens
  if (tokens.value.length === 0) return err({ kind: 'empty', at: 0, found: '' })
  let next = 0
  let depth = 0
  const peek = (): Token | undefined => tokens.value[next]
  const fail = (kind: FormulaProblem['kind'], token = peek()): never => {
    throw new Stop({ kind, at: token?.at ?? text.length, found: token?.text ?? '' })
  }
  const takes = (sign: string): boolean => {
    const token = peek()
    if (token?.kind !== 'sign' || token.text !== sign) return false
    next += 1
    return true
  }
  const deeper = <Value>(read: () => Value): Value => {
    depth += 1
    if (depth > DEEPEST) fail('too-deep')
    const value = read()
    depth -= 1
    return value
  }

  const level = (index: number): Formula => {
    const signs = levels[index]
    if (!signs) return unary()
    let left = level(index + 1)
    for (;;) {
      const sign = signs.find((each) => peek()?.kind === 'sign' && peek()?.text === each)
      if (!sign) return left
      next += 1
      left = { kind: 'operation', sign, left, right: level(index + 1) }
    }
  }
  const unary = (): Formula =>
    takes('-') ? { kind: 'negative', of: deeper(unary) } : takes('+') ? deeper(unary) : power()
  const power = (): Formula => {
    const base = primary()
    return takes('^') ? { kind: 'operation', sign: '^', left: base, right: deeper(unary) } : base
  }
  const primary = (): Formula => {
    const token = peek()
    if (!token) return fail('unexpected')
    next += 1
    if (token.kind === 'number') {
      const [whole = '0', decimals = ''] = token.text.split('.')
      return { kind: 'number', n: BigInt(whole + decimals), d: 10n ** BigInt(decimals.length) }
    }
    if (token.kind === 'name') {
      if (!takes('(')) return { kind: 'name', name: token.text }
      if (!isFunctionName(token.text)) return fail('unknown-function', token)
      const of: Formula[] = []
      do of.push(deeper(() => level(0)))
      while (takes(','))
      if (!takes(')')) fail('unexpected')
      const [least, most] = functions[token.text]
      if (of.length < least || of.length > most) fail('arguments', token)
      return { kind: 'call', name: token.text, of }
    }
    if (token.text !== '(') return fail('unexpected', token)
    const inner = deeper(() => level(0))
    if (!takes(')')) fail('unexpected')
    return inner
  }
  try {
    const formula = level(0)
    if (peek()) fail('unexpected')
    return ok(formula)
  } catch (error) {
    if (error instanceof Stop) return err(error.problem)
    throw error
  }
}
