import { setTimeout as pause } from 'node:timers/promises'

/** Asks until there is an answer; an error that says what was waited for when the patience is over. */
export async function waitFor<Value>(
  what: string,
  ask: () => Value | null | false | Promise<Value | null | false>,
  patience = 60_000,
): Promise<Value> {
  const end = performance.now() + patience
  for (;;) {
    const found = await ask()
    if (found !== null && found !== false) return found
    if (performance.now() > end) throw new Error(`waited in vain for ${what}`)
    await pause(20)
  }
}
