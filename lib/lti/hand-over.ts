import type { Clock } from '@/lib/core/clock'
import { hashOf, secret } from './launch'

/**
 * How a login in a frame becomes one in a window of its own: cookies of the frame stay in the frame, so that a code goes over,
 * once and within a minute.
 */
export const CODE_MS = 60_000

export interface HandOverStore {
  /** The code ends with the login. */
  keep(input: {
    readonly codeHash: string
    readonly sessionToken: string
    readonly path: string
    readonly now: Date
  }): Promise<void>
  /** Uses the code, once and for all; null where it is not there, used or too old. */
  use(input: {
    readonly codeHash: string
    readonly since: Date
    readonly now: Date
  }): Promise<{ readonly userId: string; readonly path: string } | null>
}

export interface HandOver {
  /** A code that lets the owner of this login in at this page. */
  issue(to: { readonly sessionToken: string; readonly path: string }): Promise<string>
  redeem(code: string): Promise<{ readonly userId: string; readonly path: string } | null>
}

/** Where a launch may lead: pages of exams and courses, and nowhere else. */
export const isLaunchPath = (path: string): boolean =>
  /^\/(?:exams|teach|lti\/deep-link)\/[0-9a-z/-]{1,200}$/.test(path) && !path.includes('//')

export const createHandOver = ({ clock, store }: { clock: Clock; store: HandOverStore }): HandOver => ({
  async issue({ sessionToken, path }) {
    const code = secret()
    await store.keep({ codeHash: hashOf(code), sessionToken, path, now: clock.now() })
    return code
  },
  redeem(code) {
    const now = clock.now()
    return store.use({ codeHash: hashOf(code), since: new Date(now.getTime() - CODE_MS), now })
  },
})
