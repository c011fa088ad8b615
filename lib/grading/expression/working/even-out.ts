/** Parts one statement of a working from the next, in an evened-out text. */
export const PART = '\n'

const blank = (piece: string): string => ' '.repeat(piece.length)
/** The piece becomes a mark between statements; its length stays. */
const parting = (piece: string): string => PART + ' '.repeat(piece.length - 1)

const value = String.raw`(?:\d|개|[)\]])`
/** Korean endings by which one clause goes on to the next: 62개이고, 12개이므로, 62개와. */
const clauseEnding = new RegExp(
  `(?<=${value})(?:이고|이며|이므로|므로|이니까|니까|이라서|라서|이어서|고|와|과|이라|으로|로)(?=[\\s,])`,
  'g',
)
/** Words that begin a statement of their own where a number comes next: "가중치 62개 편향 12개 총 74개". */
const opening =
  /(?<=[\d개)\]] *)(?=(?:가중치|편향|총|합계|합|모두|weights?|bias(?:es)?|total|answer|sum)(?: *[은는이가:=])? *\d)/gi
const space = /\s/

/**
 * A working with its spelling evened out, unit for unit: marks of quoting and polite words blanked, and everything that
 * parts two statements (line breaks, commas, full stops, "and", "so", 이고) written as a line break. Offsets stay
 * those of the text as typed.
 */
export function evenOut(typed: string): string {
  const text = typed
    .replace(/\\(?:begin|end)\{[a-z]+\*?\}/g, blank)
    .replace(/\\\\/g, parting)
    .replace(/\\(?:times|cdot)(?![A-Za-z])/g, (command) => `×${' '.repeat(command.length - 1)}`)
    .replace(/\\(?:text|textrm|mathrm|mathbf)(?=\{)/g, blank)
    .replace(/["“”„`?]/g, blank)
    .replace(/^\s*\*\*(?!\*)|\*\*(?=\s*$)/g, blank)
    .replace(/\bI (?:think|guess|believe)\b|감사합니다|(?:제|저의|제가 구한|내) (?=답)/gi, blank)
    .replace(/=>|(?<==\s*\d[\d,]*\s*개?\s*)(?:→|->)|[⇒⟹∴]|\\(?:Rightarrow|therefore)(?![A-Za-z])/g, parting)
    .replace(/(?:→|->)(?=\s*\d[\d,]*\s*개?[^\d]*$)(?<=[,;\n](?:[^,;\n+*×x=]*:)?[^,;\n+*×x→=:]*..?)/g, parting)
    // "…=35, +5×4+4=24" carries on, "…=35 5×4+4=24" begins anew.
    .replace(/[,;、，；](?=\s*\+)/g, blank)
    .replace(/(?<==\s*\d[\d,]*\s*개?)\s(?=\s*\d+\s*[+*×x(])/gi, parting)
    .replace(/[;、，；]|,(?!\d{3}(?!\d))|(?<!\d),|\.(?!\d)|\r/g, parting)
    .replace(/(?<=[\d개] *):(?= *(?:가중치|편향|weight|bias|[Ww]\d?\b|b\d?\b))/gi, parting)
    .replace(clauseEnding, parting)
    .replace(/\b(?:and|so|hence|therefore|thus)\b|따라서|그러므로|그래서|그리고/gi, parting)
  let even = ''
  let from = 0
  for (const { index } of text.matchAll(opening)) {
    // A statement that opens without any mark before it: the blank before it becomes the mark.
    if (index === from || !space.test(text.charAt(index - 1))) continue
    even += text.slice(from, index - 1) + PART
    from = index
  }
  return even + text.slice(from)
}
