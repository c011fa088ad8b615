import type { Span } from './place-quote'

/** Shortest copied sentence that counts as copied: a term of the question is everybody's. */
const MIN_COPY = 12
const GRAM = 5
const COPIED_SHARE = 0.8

/** Letters and digits alone, so that spacing, signs and letter forms do not hide a copy. */
const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

function grams(text: string): readonly string[] {
  const letters = bare(text)
  return Array.from({ length: Math.max(0, letters.length - GRAM + 1) }, (_, i) => letters.slice(i, i + GRAM))
}

const sentencesOf = (text: string): readonly Span[] =>
  [...text.matchAll(/[^.!?。？！\n]+/gu)].map(({ index, 0: words }) => ({
    start: index,
    end: index + words.length,
  }))

/** The sentences of an answer that repeat what the student was shown. */
export function copiedSpans(answer: string, shown: readonly string[]): readonly Span[] {
  const known = new Set(shown.flatMap(grams))
  return sentencesOf(answer).filter(({ start, end }) => {
    const own = grams(answer.slice(start, end))
    if (own.length <= MIN_COPY - GRAM) return false
    return own.filter((gram) => known.has(gram)).length >= COPIED_SHARE * own.length
  })
}

/** Words that are for a grader or a machine: English ones by words, Korean ones without spaces. */
const addressedEnglish = [
  /\b(ignore|disregard|forget|override)( \w+){0,4} (instructions?|prompts?|directions|guidelines|criteri(a|on))\b/,
  /\b(system|developer) (prompt|message|instruction)/,
  /\b(full|maximum|max|highest) (marks?|credits?|points|scores?)\b/,
  /\b(dear|attention|note (to|for)( the)?|hello|hey) (ai|llm|grader|marker|model|assistant|examiner)\b/,
  /\b(mark|grade|score|judge) (this|it|my|me|the)( \w+){0,3} (as )?(met|correct|right|passed)\b/,
  /\byou are( now)?( an?| the| my)? (ai|llm|grader|marker|language model|assistant|chatgpt|gpt)\b/,
  /\bverdict\b/,
] as const
const addressedKorean =
  /만점|채점자|채점기|채점하는|점수를(줘|주세요|주십시오|달라|부탁)|정답(으로|이라고)(처리|인정|채점)|(이전|위|앞|모든|지금까지)의?(모든)?(지시|명령|지침|프롬프트)|(지시|명령|지침|프롬프트)(사항)?(을|를|은|는)?무시|시스템프롬프트/

/** Whether an answer speaks to whoever grades it. Too strict does little harm: then only a person reads it. */
export function addressesReader(answer: string): boolean {
  const text = answer
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Cf}/gu, '')
  const words = text.replace(/[^\p{L}\p{N}]+/gu, ' ')
  return (
    addressedEnglish.some((pattern) => pattern.test(words)) || addressedKorean.test(words.replaceAll(' ', ''))
  )
}
