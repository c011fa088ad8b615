/**
 * Something that the person at the terminal can mend: one clear sentence that says what is wrong and what to do,
 * and, where it helps, the words of the program that failed.
 */
export class Problem extends Error {
  /**
   * @param {string} sentence
   * @param {string} [details] lines to show under the sentence
   */
  constructor(sentence, details = '') {
    super(sentence)
    this.name = 'Problem'
    this.details = details
  }
}

/** Thrown through the running steps when the person asked to stop; not an error. */
export class Stopped extends Error {
  name = 'Stopped'
}

/**
 * Any failure as a problem: the few causes that may strike anywhere get their sentence here.
 * @param {unknown} cause
 * @returns {Problem | null} null where nothing better than the stack is known
 */
export function asProblem(cause) {
  if (cause instanceof Problem) return isDiskFull(cause.details) ? diskFull(cause.details) : cause
  const text = cause instanceof Error ? `${cause.code ?? ''} ${cause.message}` : String(cause)
  if (isDiskFull(text)) return diskFull(text)
  if (cause instanceof Error && (cause.code === 'EACCES' || cause.code === 'EROFS') && cause.path) {
    return new Problem(
      `No permission to write ${cause.path}: run the command as the owner of this folder, or give it to you with \`chown\`.`,
    )
  }
  return null
}

/** @param {string} text */
const isDiskFull = (text) => /ENOSPC|EDQUOT|no space left on device|disk quota exceeded/i.test(text)

/** @param {string} details */
const diskFull = (details) =>
  new Problem('The disk is full: free some space (about 2 GB are needed) and run the command again.', details)
