const startedAt = performance.now()

/** @param {number} milliseconds */
export const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(1)} s`

const elapsed = () => seconds(performance.now() - startedAt).padStart(8)

let quiet = false

/** Progress goes to standard error instead, so that standard output belongs to the command that follows. */
export function sayOnStandardError() {
  quiet = true
}

/** One line of progress, with the time since the start. @param {string} text */
export function say(text) {
  plain(`[${elapsed()}] ${text}`)
}

/** A line without a time. @param {string} text */
export function plain(text) {
  const out = quiet ? process.stderr : process.stdout
  out.write(`${text}\n`)
}

/**
 * Says what is being done, says so again while it lasts, and how long it took.
 * @template T
 * @param {string} doing
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(doing, work) {
  const start = performance.now()
  say(`${doing} …`)
  const reminder = setInterval(() => say(`${doing}: still at it`), 15_000)
  try {
    const result = await work()
    const took = performance.now() - start
    if (took >= 1000) say(`${doing}: done in ${seconds(took)}`)
    return result
  } finally {
    clearInterval(reminder)
  }
}
