/** Height and width of a number of the problem. */
export interface LetterValue {
  readonly height: number
  readonly width: number
}

export type LetterName = 'n' | 'k' | 's' | 'p' | 'd'

/**
 * What the letters of a working may stand for, the likeliest first: n is the input, or the padded input where that is
 * what the formula takes. A letter without a value is the one that is asked for.
 */
export type Letters = Readonly<Partial<Record<LetterName, readonly LetterValue[]>>>

const spellings: Record<string, LetterName> = {
  n: 'n',
  i: 'n',
  h: 'n',
  w: 'n',
  k: 'k',
  f: 'k',
  s: 's',
  p: 'p',
  d: 'd',
  kernel: 'k',
  filter: 'k',
  커널: 'k',
  필터: 'k',
  stride: 's',
  스트라이드: 's',
  보폭: 's',
  padding: 'p',
  pad: 'p',
  패딩: 'p',
  input: 'n',
  입력: 'n',
  dilation: 'd',
}
const longNames = Object.keys(spellings)
  .filter((name) => name.length > 1)
  .join('|')

const index = String.raw`(?:_(?:[A-Za-z0-9]{1,4}|\{(?:\\text\{)?[A-Za-z0-9, ]{1,8}\}{1,2}))?['′]?`
/** A letter that stands alone, perhaps with an index: k, K, H_in, n_{h}, k_eff, k'. x is a multiplication sign. */
const letter = new RegExp(
  String.raw`(?<![A-Za-z\\_])(?:((?:${longNames}))(?:[_ ]?size|[_ ]?크기)?|([A-WYZa-wyz])${index})(?![A-Za-z\uac00-\ud7a3])`,
  'gi',
)

const before = /[+\-−–*×·⋅/÷^]\s*$|[\d)\]}]$/
const after = /^\s*[+\-−–*×·⋅/÷^]/

/** Where letters take part in the arithmetic of a text, in order; a letter that only names a number is not among them. */
export function lettersIn(text: string): readonly { name: LetterName | null; start: number; end: number }[] {
  const found: { name: LetterName | null; start: number; end: number }[] = []
  for (const match of text.matchAll(letter)) {
    const start = match.index
    const end = start + match[0].length
    const isOperand =
      before.test(text.slice(Math.max(0, start - 8), start)) || after.test(text.slice(end, end + 8))
    const multiplies = /^[dsk]$/i.test(match[0]) && text.charAt(end) === '('
    const isLabel = /^\s*[=:]/.test(text.slice(end))
    if ((isOperand || multiplies) && !isLabel)
      found.push({ name: spellings[(match[1] ?? match[2] ?? '').toLowerCase()] ?? null, start, end })
  }
  return found
}

/** The text with its letters put in along one axis; `choice` says which of the values each letter takes. */
export function withValues(
  text: string,
  letters: Letters,
  choice: Readonly<Partial<Record<LetterName, number>>>,
  axis: 'height' | 'width',
): string {
  let plain = ''
  let from = 0
  for (const { name, start, end } of lettersIn(text)) {
    const value = name === null ? undefined : letters[name]?.[choice[name] ?? 0]
    if (value === undefined) continue
    plain += `${text.slice(from, start)}(${value[axis]})`
    from = end
  }
  return plain + text.slice(from)
}

/** Every way of choosing a value for each of the letters, the likeliest first. */
export function choicesOf(
  names: ReadonlySet<LetterName>,
  letters: Letters,
): readonly Partial<Record<LetterName, number>>[] {
  let choices: Partial<Record<LetterName, number>>[] = [{}]
  for (const name of names) {
    const count = letters[name]?.length ?? 0
    choices = Array.from({ length: count }, (_, value) => value).flatMap((value) =>
      choices.map((choice) => ({ ...choice, [name]: value })),
    )
  }
  return choices
}
