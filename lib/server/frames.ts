import type { Clock } from '@/lib/core/clock'
import type { Database } from '@/lib/db/client'

/** Pages that a learning management system may show in a frame: what a student sees, and where launches arrive. */
const FRAMED = /^\/(?:lti|exams|attempts)(?:\/|$)/
/** A platform that is registered shows our pages so much later. */
const KEPT_MS = 10_000

export interface Frames {
  /** What the policy of this page names as its `frame-ancestors`. @param path with or without a query */
  ancestorsOf(path: string): Promise<string>
}

/** Where an address lives; a wildcard for hosts stays. */
const originOf = (address: string): string[] => {
  const origin = /^https?:\/\/(?:\*\.)?[\w.-]+(?::\d+)?/i.exec(address)?.[0]
  return origin === undefined ? [] : [origin.toLowerCase()]
}

export function createFrames({ pool }: Database, clock: Clock): Frames {
  let kept: { readonly at: number; readonly ancestors: Promise<string> } | undefined

  async function load(): Promise<string> {
    const { rows } = await pool.query<{ addresses: string[] }>(
      'SELECT ARRAY[issuer, auth_url] || frame_origins AS addresses FROM lti_platforms WHERE active',
    )
    const origins = new Set(rows.flatMap(({ addresses }) => addresses.flatMap(originOf)))
    return origins.size === 0 ? "'none'" : [...origins].join(' ')
  }

  return {
    async ancestorsOf(path) {
      if (!FRAMED.test(path.split('?', 1)[0] ?? '')) return "'none'"
      const now = clock.now().getTime()
      if (!kept || now - kept.at >= KEPT_MS) kept = { at: now, ancestors: load() }
      return kept.ancestors.catch(() => {
        kept = undefined
        return "'none'"
      })
    },
  }
}
