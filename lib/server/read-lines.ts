import { TextDecoder } from 'node:util'

/**
 * The lines of a stream of UTF-8, each as soon as it is complete, of any length. A byte order mark and the carriage
 * returns of Windows are left out.
 */
export async function* readLines(source: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  // Drops a byte order mark by itself; bytes that are no UTF-8 become U+FFFD.
  const decoder = new TextDecoder('utf-8')
  // Pieces of an unfinished line: joined once, so that a line of many megabytes costs no more than its length.
  let pieces: string[] = []
  const take = (end: string): string => {
    const line = pieces.length === 0 ? end : `${pieces.join('')}${end}`
    pieces = []
    return line.endsWith('\r') ? line.slice(0, -1) : line
  }
  for await (const chunk of source) {
    const text = decoder.decode(chunk, { stream: true })
    let start = 0
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      yield take(text.slice(start, end))
      start = end + 1
    }
    if (start < text.length) pieces.push(text.slice(start))
  }
  const last = take(decoder.decode())
  if (last !== '') yield last
}
