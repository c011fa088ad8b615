/** Syllables and their letters: syllable = 0xAC00 + (lead · 21 + vowel) · 28 + tail. */
const first = 0xac00
const last = 0xd7a3

export const isSyllable = (unit: number): boolean => unit >= first && unit <= last

/** Lead, vowel and tail (0 for none) of each syllable, one after the other. */
export function letters(syllables: string): number[] {
  const result: number[] = []
  for (let i = 0; i < syllables.length; i += 1) {
    const index = syllables.charCodeAt(i) - first
    result.push(Math.floor(index / 588), Math.floor(index / 28) % 21, index % 28)
  }
  return result
}

/** Whether two words of as many syllables differ in exactly one letter. */
export function differsByOneLetter(a: string, b: string): boolean {
  if (a.length !== b.length) return false
  let others = 0
  for (let i = 0; i < a.length; i += 1) if (a.charCodeAt(i) !== b.charCodeAt(i)) others += 1
  if (others !== 1) return false
  const left = letters(a)
  const right = letters(b)
  let differences = 0
  for (let i = 0; i < left.length && differences < 2; i += 1) if (left[i] !== right[i]) differences += 1
  return differences === 1
}

const leads = ['r', 'R', 's', 'e', 'E', 'f', 'a', 'q', 'Q', 't', 'T', 'd', 'w', 'W', 'c', 'z', 'x', 'v', 'g']
const vowels = 'k o i O j p u P h hk ho hl y n nj np nl b m ml l'.split(' ')
const tails = ' r R rt s sw sg e f fr fa fq ft fx fv fg a q qt t T d w c z x v g'.split(' ')
const leadOf = new Map(leads.map((key, index) => [key.toLowerCase(), index] as const).reverse())
const vowelOf = new Map(vowels.map((keys, index) => [keys.toLowerCase(), index] as const).reverse())
const tailOf = new Map(tails.map((keys, index) => [keys.toLowerCase(), index] as const).reverse())

/** What a word typed with the keyboard left on Latin letters was meant to be (두벌식); null where no syllables result. */
export function fromLatinKeys(keys: string): string | null {
  let result = ''
  let at = 0
  while (at < keys.length) {
    const lead = leadOf.get(keys[at] ?? '')
    if (lead === undefined) return null
    const longVowel = vowelOf.get(keys.slice(at + 1, at + 3))
    const vowelLength = keys.length >= at + 3 && longVowel !== undefined ? 2 : 1
    const vowel = vowelLength === 2 ? longVowel : vowelOf.get(keys[at + 1] ?? '')
    if (vowel === undefined) return null
    at += 1 + vowelLength
    // Consonants up to the next vowel; the last of them begins the next syllable.
    let end = at
    while (end < keys.length && !vowelOf.has(keys[end] ?? '')) end += 1
    const coda = keys.slice(at, end < keys.length ? end - 1 : end)
    if (end < keys.length && end === at) return null
    const tail = tailOf.get(coda)
    if (tail === undefined) return null
    result += String.fromCharCode(first + (lead * 21 + vowel) * 28 + tail)
    at += coda.length
  }
  return result
}
