/** For XML and HTML alike; what XML can't hold at all becomes the sign for it. */
export const escapeXml = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML forbids.
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
    .toWellFormed()
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

/**
 * The Markdown that questions are written in, as plain HTML: paragraphs, lists, strong and code; formulas in the marks
 * that MathJax looks for. Whatever else is written is text.
 */
export function toHtml(markdown: string): string {
  return markdown
    .trim()
    .split(/\n\s*\n/)
    .map((block) => {
      const lines = block.split('\n')
      const items = lines.map((line) => /^\s*(?:\d+\.|[-*])\s+(.*)$/.exec(line)?.[1])
      if (items.every((item) => item !== undefined)) {
        const tag = /^\s*\d/.test(block) ? 'ol' : 'ul'
        return `<${tag}>${items.map((item) => `<li>${inline(item ?? '')}</li>`).join('')}</${tag}>`
      }
      return `<p>${inline(lines.join(' '))}</p>`
    })
    .join('\n')
}

const inline = (text: string): string =>
  text
    .split(/(\$\$[^$]+\$\$|\$[^$]+\$|`[^`]+`)/)
    .map((piece) => {
      if (piece.startsWith('$$')) return `\\[${escapeXml(piece.slice(2, -2))}\\]`
      if (piece.startsWith('$') && piece.length > 1) return `\\(${escapeXml(piece.slice(1, -1))}\\)`
      if (piece.startsWith('`') && piece.length > 1) return `<code>${escapeXml(piece.slice(1, -1))}</code>`
      return escapeXml(piece).replace(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>')
    })
    .join('')
