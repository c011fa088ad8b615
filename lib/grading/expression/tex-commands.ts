import type { TokenKind } from './token'

/** What a TeX command is read as: a sign, or nothing ('skip': spacing, size and text commands). */
type TexRole =
  | Extract<TokenKind, 'times' | 'divide' | 'plus' | 'approximate' | 'equal' | 'fraction' | 'power'>
  | 'skip'

const commands: Record<TexRole, string> = {
  times: 'times cdot ast cdotp bullet',
  divide: 'div',
  plus: 'plus',
  power: 'sp',
  equal: 'Rightarrow rightarrow to implies',
  approximate: 'approx simeq sim cong',
  fraction: 'frac dfrac tfrac cfrac',
  skip: `left right big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr displaystyle textstyle quad qquad text textrm
    mathrm mathbf mathit operatorname boxed therefore`,
}

const roles = new Map<string, TexRole>()
for (const role of Object.keys(commands) as TexRole[]) {
  for (const name of commands[role].split(/\s+/)) roles.set(name, role)
}

/** The role of `\name`, or null where it is not known. */
export const roleOfTexCommand = (name: string): TexRole | null => roles.get(name) ?? null

/** The punctuation that may follow a backslash: spacing, inline and display delimiters, a line break. */
export const isTexPunctuation = (character: string): boolean => ',;:! ()[]\\'.includes(character)
