/** A sign, and others that mean the same. */
const alike: readonly (readonly [string, string])[] = [
  ['-', '–—−‐‑‒―－'],
  ["'", '‘’′‵`ʼ'],
  ['"', '“”「」『』'],
  ['*', '×·∙⋅∗✕✖ㆍ・'],
  ['<=', '≤≦⩽'],
  ['>=', '≥≧⩾'],
  ['<', '≪'],
  ['>', '≫'],
  ['→', '⇒⟹⟶➔➜➡∴▶►⟾↦'],
  ['~', '≈≃≅∼〜～≒'],
  ['.', '。…'],
  [',', '、'],
  ['!', '！'],
  ['?', '？'],
  ['||', '∥‖'],
  ['|', '∣｜'],
  ['φ', 'ϕ'],
  ['f', 'ƒ'],
  ['∏', 'Ππ'],
  ['\n', '•●▪■◦※★'],
  ['^2', '²'],
  ['^3', '³'],
  ['^1', '¹'],
  ['0', '⁰'],
  ['^4', '⁴'],
  ['^5', '⁵'],
  ['^6', '⁶'],
  ['^7', '⁷'],
  ['^8', '⁸'],
  ['^9', '⁹'],
  ['^t', 'ᵀᵗ'],
  ['^n', 'ⁿ'],
  ['^k', 'ᵏ'],
  ['^-', '⁻'],
]
export const folded: ReadonlyMap<string, string> = new Map(
  alike.flatMap(([sign, others]) => [...others].map((other) => [other, sign] as const)),
)

/** Digits and letters of exponents: a run of them is one exponent. */
export const superscript: ReadonlySet<string> = new Set('²³¹⁰⁴⁵⁶⁷⁸⁹⁻ᵀⁿ')

/** Letters of other scripts, each before the Latin one that it looks like. */
export const lookAlike: ReadonlyMap<string, string> = new Map(
  'аa еe оo рp сc уy хx іi ѕs јj ԁd һh ѵv ԝw гr тt мm нh кk вb οo αa νv ιi ρp τt κk εe υu ɡg ıi'
    .split(' ')
    .map((pair) => [pair.charAt(0), pair.charAt(1)] as const),
)
