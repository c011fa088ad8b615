import type { Expression, ExpressionChain, NumberNode, ProductNode, SumNode } from './expression'
import { unwrapped } from './expression'

/** LaTeX of an expression as it was understood, brackets kept; nothing is worked out. */
export function expressionToTex(node: Expression): string {
  switch (node.kind) {
    case 'number':
      return numberToTex(node)
    case 'group':
      return `\\left(${expressionToTex(node.node)}\\right)`
    case 'rounded': {
      const side = node.up ? 'ceil' : 'floor'
      return `\\left\\l${side} ${expressionToTex(unwrapped(node.node))} \\right\\r${side}`
    }
    case 'negative':
      return `-${expressionToTex(node.node)}`
    case 'sum':
      return sumToTex(node)
    case 'product':
      return productToTex(node)
    case 'power':
      return `{${baseToTex(node.base)}}^{${expressionToTex(unwrapped(node.exponent))}}`
  }
}

/** LaTeX of a whole chain, its links joined by = and ≈. */
export const chainToTex = (chain: ExpressionChain): string =>
  chain.links
    .map((link, index) => {
      const relation = chain.relations[index - 1]
      if (relation === undefined) return expressionToTex(link)
      return `${relation.kind === 'equal' ? '=' : '\\approx'} ${expressionToTex(link)}`
    })
    .join(' ')

function numberToTex({ digits }: NumberNode): string {
  const [mantissa, exponent] = digits.split('e')
  return exponent === undefined ? digits : `${mantissa} \\times 10^{${exponent}}`
}

/** 1.8e-32 is drawn as a product, so it needs brackets under a power. */
const baseToTex = (node: Expression): string =>
  node.kind === 'number' && node.digits.includes('e')
    ? `\\left(${numberToTex(node)}\\right)`
    : expressionToTex(node)

/** A sign right after a sign is put in brackets: 5 + (−3). */
const operandToTex = (node: Expression): string =>
  node.kind === 'negative' ? `\\left(${expressionToTex(node)}\\right)` : expressionToTex(node)

const sumToTex = ({ terms }: SumNode): string =>
  terms
    .map(({ negative, node }, index) => {
      const term = index === 0 && !negative ? expressionToTex(node) : operandToTex(node)
      if (index === 0) return negative ? `-${term}` : term
      return `${negative ? '-' : '+'} ${term}`
    })
    .join(' ')

function productToTex({ factors }: ProductNode): string {
  let tex = ''
  let divided = false
  for (const [index, { inverse, node }] of factors.entries()) {
    if (index === 0) tex = operandToTex(node)
    else if (!inverse) tex += ` \\times ${operandToTex(node)}`
    else if (divided) tex += ` \\div ${operandToTex(node)}`
    else {
      // Only the first division is drawn as a fraction: fractions inside fractions would soon be too small to read.
      const above = index === 1 ? expressionToTex(unwrapped(factors[0]?.node ?? node)) : tex
      tex = `\\frac{${above}}{${expressionToTex(unwrapped(node))}}`
      divided = true
    }
  }
  return tex
}
