import type { TokenKind } from './token'

/** What a known word does: nothing, part an answer into several, or stand for a sign. */
export type WordRole =
  | 'filler'
  | 'separator'
  | Extract<TokenKind, 'plus' | 'minus' | 'times' | 'equal' | 'approximate'>

const english: Partial<Record<WordRole, string>> = {
  filler: `all altogether and answer ans are bias biases combined connection connections count ea final first for from
    get has have hence hidden in including input inputs it layer layers learnable model my needed network networks nodes
    number of output outputs overall param parameter parameters params result second so sum that the there therefore
    third this thus to together total totals trainable units value values we weight weights with`,
  separator: 'or either',
  plus: 'plus',
  minus: 'minus',
  times: 'x times',
  equal: 'equals equal is gives makes',
  approximate: 'about approximately approx roughly',
}

/** Whole Korean words that stand for a sign; everything else is put together from the pieces below. */
const korean: Partial<Record<WordRole, string>> = {
  separator: '또는 혹은 아니면',
  plus: '더하기',
  minus: '빼기',
  times: '곱하기',
  approximate: '약 대략',
}

/** Pieces of words around an answer: nouns, particles and endings in any order ("총 파라미터 수는 74개입니다"). */
const koreanPieces = `총 전체 모두 모든 전부 합 합계 총합 총계 합치 합하 더하 구하 계산 계산하 결과 값 개 개수 갯수 수 숫자 답 정답 답안 최종
  파라미터 파라메터 패러미터 매개변수 모수 변수 학습 가능 필요 가중치 웨이트 편향 바이어스 신경망 네트워크 모델 층 은닉층 출력층 입력층 은닉 출력 입력
  노드 뉴런 연결 따라서 그러므로 그래서 즉 이 저 그 식 은 는 가 을 를 의 와 과 도 로 으로 에 에서 면 하면 으면 고 이고 이며 며 므로 이므로 니까 이니까
  입니다 이다 임 됩니다 된다 됨 다 요 이에요 예요 에요 입니당 한 한다 합니다 하여 해서 있다 있습니다 있음 각 각각 포함 포함하여 포함한 정도 쯤`

const listed = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '')

const roles = new Map<string, WordRole>()
for (const vocabulary of [english, korean]) {
  for (const [role, text] of Object.entries(vocabulary)) {
    for (const word of listed(text)) roles.set(word, role as WordRole)
  }
}
const koreanSigns = ['더하기', '빼기', '곱하기']
const pieces = new Set(listed(koreanPieces))
const LONGEST_PIECE = Math.max(...[...pieces].map((piece) => piece.length))
const LONGEST_WORD = 24

/** Whether the word is made of known pieces only; each position is visited once, so no word takes long. */
function isPutTogether(word: string): boolean {
  const reached = new Array<boolean>(word.length + 1).fill(false)
  reached[0] = true
  for (let from = 0; from < word.length; from += 1) {
    if (!reached[from]) continue
    const last = Math.min(word.length, from + LONGEST_PIECE)
    for (let to = from + 1; to <= last; to += 1) {
      if (pieces.has(word.slice(from, to))) reached[to] = true
    }
  }
  return reached[word.length] === true
}

/** What a word does in an answer, or null for a word that has no place in one (a variable, a function, a denial). */
export function roleOfWord(word: string): WordRole | null {
  if (word.length > LONGEST_WORD) return null
  // Hangul may arrive decomposed into jamo, as some systems type it.
  const plain = word.normalize('NFC').toLowerCase()
  return roles.get(plain) ?? (isPutTogether(plain) ? 'filler' : roleOfEnding(plain))
}

/** "개더하기" in "30개더하기5개": the sign at the end of a word that is filler otherwise. */
function roleOfEnding(word: string): WordRole | null {
  for (const sign of koreanSigns) {
    if (word.endsWith(sign) && isPutTogether(word.slice(0, -sign.length))) return roles.get(sign) ?? null
  }
  return null
}
