/** Numbers that the letters of the problem stand for. */
export interface BoundLetters {
  /** The recurrent weight w. */
  readonly weight: number
  /** The length T of the sequence. */
  readonly length: number
}

/** What parts one step of a working from the next. */
export const step =
  /[,;\n]|이므로|따라서|그러므로|\b(?:so|hence|therefore|thus)\b|∴|⇒|=>|->|→|\\(?:Rightarrow|rightarrow|therefore)(?![A-Za-z])/i

const power = String.raw`(?<=[\d)\]}%])\s*`
const koreanPower = new RegExp(
  String.raw`${power}(?:을|를|의)?\s*(\d{1,6})\s*(?:제곱|승)(?:이다|입니다|임|배)?`,
  'g',
)
const koreanRepeated = new RegExp(
  String.raw`${power}(?:을|를)?\s*(\d{1,6})\s*(?:번|회)\s*(?:거듭\s*)?(?:곱한|곱하면|곱합니다|곱함|곱)\s*(?:값|것|수)?`,
  'g',
)
const englishPower = new RegExp(
  String.raw`${power},?\s*(?:is\s+)?(?:raised\s+)?to\s+(?:the\s+)?(?:power\s+(?:of\s+)?)?(\d{1,6})(?:st|nd|rd|th)?(?:\s+power)?`,
  'gi',
)
const englishRepeated = new RegExp(
  String.raw`${power}(?:multiplied\s+(?:by\s+itself\s+)?)(\d{1,6})\s+times`,
  'gi',
)
const powerFunction =
  /\b(?:math\.)?pow\s*\(\s*([^,()]{1,60}|[^,()]*\([^()]{1,60}\)[^,()]*)\s*,\s*([^,()]{1,20})\s*\)/gi

/** Words around a bound that say nothing about its size. */
const words =
  /\b(?:at most|no more than|not more than|(?:smallest |least |tightest )?upper bound|bound(?:ed)?(?: by| above)?|max(?:imum)?|by a factor of|factor|gradient|ratio|shrinks?|grows?|decays?|less than or equal to|less than)\b|가장 작은|최소|상한값?|상계|최대값?|최댓값|이하|미만|정도|비율|기울기|그래디언트|배수|인수|감소율|(?<=[\d)}\s])배/gi

/** ≤ and its spellings; a bound is given with or without it. */
const atMost = /≤|≦|⩽|<=|=<|\\(?:le|leq|leqslant)(?![A-Za-z])|<|＜/g
/** h_50, ∂h_{1}, L1, γ^49: numbers on a letter that stands for something. */
const indexed = /[A-Za-zφσγλ∂](?:_?\{?\d+\}?)?(?:\^\{?\d+\}?)?/g

const isName = (text: string): boolean => !/\d/.test(text.replace(indexed, ''))

/**
 * A bound with its spelling evened out into one expression: "|∂h_50/∂h_1| ≤ 0.225^49", "0.225의 49제곱",
 * "0.225 to the power of 49", pow(0.225, 49), (|w|·0.25)^(T-1) with the numbers of the problem put in.
 */
export function evenOutBound(typed: string, letters: BoundLetters | null): string {
  let text = typed
    .normalize('NFC')
    // Full-width letters, digits and signs, as in １．８ｅ－３.
    .replace(/[！-～]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
    .replace(powerFunction, '(($1)^($2))')
  const relation = /[=:]|≈/.exec(text.replace(atMost, (sign) => '='.repeat(sign.length)))
  if (relation !== null && !step.test(text) && isName(text.slice(0, relation.index))) {
    text = text.slice(relation.index).replace(/^(?:[=:≈<>≤≦⩽]|\\(?:le|leq|leqslant)(?![A-Za-z]))+/, ' ')
  }
  text = text
    .replace(atMost, ' = ')
    .replace(words, ' ')
    .replace(/(\d)\s+e\s*([-−–+]?\d)/gi, '$1e$2')
    .replace(koreanPower, '^$1')
    .replace(koreanRepeated, '^$1')
    .replace(englishPower, '^$1')
    .replace(englishRepeated, '^$1')
  return letters === null ? text : withNumbers(text, letters)
}

function withNumbers(text: string, { weight, length }: BoundLetters): string {
  return text
    .replace(/\\left\s*\||\\right\s*\||\\l?vert|\\rvert/g, '|')
    .replace(/(?<![A-Za-z\\])T(?![A-Za-z]|\s*=)/g, `(${length})`)
    .replace(/\|\s*w\s*\|/gi, `(${plain(Math.abs(weight))})`)
    .replace(/(?<![A-Za-z\\])w(?![A-Za-z]|\s*=)/gi, `(${plain(weight)})`)
    .replace(/\|\s*(-?[\d.]+)\s*\|/g, (_, number: string) => `(${number.replace('-', '')})`)
}

/** Without an exponent, which would read as e-notation inside brackets just the same. */
const plain = (value: number): string => String(value)
