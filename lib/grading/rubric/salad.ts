import { verbs } from './language'
import { isLatinUnit, type NormalisedText } from './normalise'
import type { Span } from './reading'

/**
 * Words that tie others together into statements. Words that merely string or qualify (`and`, `of`, `per`, `each`) and
 * verbs that name an idea (`vanishes`) are none: a list may hold any number of them.
 */
const ties = new Set(
  `a an the is are was were be been being am isn't aren't it its it's this that these those they them their we our you
  your i my he she who which what there's there here to from with by in on at into onto for as than through over back
  across until along after before between during within without not no can't don't doesn't cannot never only also even
  just so because since if when while then thus therefore hence but although though however where why how can could will
  would should must may might do does did has have had having becomes become became gets get got goes go went makes make
  made means mean keeps keep leads causes gives cuz coz cause bc due thru w/ y'know all every any very too much many
  wont dont doesnt cant isnt thats that's let lets us i'm we're nothing everything
  i ga eun neun eul reul e eseo euro ro boda rang do an neomu mot geu geuraeso geuraeseo nikka`
    .split(/\s+/)
    .filter(Boolean),
)
/** Romanised Korean ends its predicates as Korean does. */
const romanisedEnding = /(?:yo|seo|myeon|nida|nde|haeseo|jimyeon|eunikka|myeo)$/
const koreanTie =
  /(?:다|요|음|함|됨|임|죠|까|며|고|서|니|면|지|져|듦|김|움|줌|킴|뜀|해|돼|데|게|은|는|이|가|을|를|에|로|도|만|듯|여|어|아|야|려|까지|부터|처럼)$/
/** Ends as a particle or an ending does and ties nothing: nouns, and what only qualifies one. */
const koreanLoose =
  /(?:깊이|길이|차이|정도|속도|온도|한도|빈도|난이도|밀도|증가|불가|추가|평가|하나|보다|마다|(?:같|작|많|높|낮|깊|얕|적|짧|있|없|않)[은는])$/
const signs = new Set(['→', '=', '↑', '↓', '≠'])

interface Words {
  readonly all: number
  readonly tied: number
}

const isHangul = (unit: number): boolean => unit >= 0xac00 && unit <= 0xd7a3
const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57

const tiesWord = (word: string): boolean => {
  const last = word.charCodeAt(word.length - 1)
  if (!isHangul(last)) return ties.has(word) || romanisedEnding.test(word)
  return koreanTie.test(word) && !koreanLoose.test(word)
}

const finite: ReadonlySet<string> = new Set(verbs)

/** Words that stand inside of the name of a thing. */
const inNames = new Set('a an the of in at on over across per each every any all'.split(' '))

/** Names things and says nothing of them: no verb, no sign that relates, no Korean particle or ending. */
export function isVerbless(norm: NormalisedText, stretch: Span): boolean {
  let verbless = true
  eachWord(norm, stretch, (word) => {
    const last = word.charCodeAt(word.length - 1)
    if (isHangul(last)) verbless &&= !tiesWord(word)
    else if (signs.has(word) || finite.has(word) || (ties.has(word) && !inNames.has(word))) verbless = false
  })
  return verbless
}

/** Words of a stretch, and how many of them (or of signs between them) tie others together. */
function countWords(norm: NormalisedText, stretch: Span): Words {
  let all = 0
  let tied = 0
  eachWord(norm, stretch, (word) => {
    if (signs.has(word)) tied += 1
    // A number by itself is neither.
    else if (!isDigit(word.charCodeAt(0)) || isHangul(word.charCodeAt(word.length - 1))) {
      all += 1
      if (tiesWord(word)) tied += 1
    }
  })
  return { all, tied }
}

/** Calls with each word of a stretch, and with each sign that relates. */
function eachWord(norm: NormalisedText, { start, end }: Span, call: (word: string) => void): void {
  const { text, gapBefore } = norm
  let from = -1
  const close = (to: number): void => {
    if (from >= 0) call(text.slice(from, to))
    from = -1
  }
  for (let i = start; i < end; i += 1) {
    const unit = text.charCodeAt(i)
    const inWord = isLatinUnit(unit) || isHangul(unit) || (unit === 39 && from >= 0)
    if (!inWord || gapBefore[i] === 1) close(i)
    if (inWord && from < 0) from = i
    if (!inWord && (signs.has(text.charAt(i)) || (unit === 45 && text[i + 1] === '>'))) call('→')
  }
  close(end)
}

/** From how many words on a stretch can be told to be a heap, and at most how many of them tie in one. */
const fewestWords = 9
const tiedShare = 0.08

/** Words heaped up without what makes statements of them, whatever stands between them. */
export function isSalad(norm: NormalisedText, stretch: Span): boolean {
  const { all, tied } = countWords(norm, stretch)
  return all >= fewestWords && tied <= tiedShare * all
}
