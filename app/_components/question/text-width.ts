const isWide = (char: string) => /[\u1100-\u11ff\u3000-\u9fff\uac00-\ud7af\uff00-\uff60]/.test(char)

/** Rough width of a text in a proportional font, in the unit of `fontSize`: SVG cannot wrap or measure by itself. */
export const textWidth = (text: string, fontSize: number): number =>
  [...text].reduce((sum, char) => sum + (isWide(char) ? 0.95 : char === ' ' ? 0.27 : 0.5), 0) * fontSize

/** Breaks a label at its spaces into lines of at most `width`; a word that is longer stands alone. */
export function wrapLabel(text: string, fontSize: number, width: number): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/).filter((each) => each !== '')) {
    const line = lines.at(-1)
    const longer = line === undefined ? word : `${line} ${word}`
    if (line !== undefined && textWidth(longer, fontSize) <= width) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}
