import { setTimeout as pause } from 'node:timers/promises'

/**
 * Asks again and again until the answer is true or the time is over.
 * @param {() => boolean | Promise<boolean>} condition
 * @param {number} milliseconds
 * @param {number} [every]
 * @returns {Promise<boolean>} whether it came true
 */
export async function until(condition, milliseconds, every = 25) {
  const end = performance.now() + milliseconds
  for (;;) {
    if (await condition()) return true
    if (performance.now() >= end) return false
    await pause(every)
  }
}
