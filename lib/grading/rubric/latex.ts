/** A sign, and the commands of a formula that stand for it; the others, `\\left` or `\\mathrm`, are space. */
const commands: readonly (readonly [string, string])[] = [
  ['*', 'cdot times'],
  ['<=', 'le leq leqslant'],
  ['<', 'll lt'],
  ['>=', 'ge geq'],
  ['>', 'gg gt'],
  ['~', 'approx sim'],
  ['→', 'to rightarrow longrightarrow implies therefore'],
  ['∏', 'prod'],
  ['∂', 'partial'],
  ['σ', 'sigma'],
  ['φ', 'phi varphi'],
  ['λ', 'lambda'],
  ['tanh', 'tanh'],
  ["'", 'prime'],
  ['∞', 'infty'],
  ['||', 'vert lvert rvert'],
  ['|', 'vert lvert rvert'],
  ['.', 'ldots cdots'],
]
const signs = new Map(
  commands.flatMap(([sign, names]) => names.split(' ').map((name) => [name, sign] as const)),
)

const isLetter = (char: string | undefined): boolean => char !== undefined && char >= 'a' && char <= 'z'

/** Replaces the commands in a row of lower-case characters: each by its sign in the backslash's place, the rest empty. */
export function foldLatex(chars: string[]): void {
  for (let at = chars.indexOf('\\'); at >= 0; at = chars.indexOf('\\', at + 1)) {
    let end = at + 1
    while (isLetter(chars[end])) end += 1
    if (end === at + 1) continue
    chars[at] = signs.get(chars.slice(at + 1, end).join('')) ?? ' '
    chars.fill('', at + 1, end)
  }
}
