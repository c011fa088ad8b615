import { z } from 'zod'
import { responseSchema } from '@/lib/question/field'
import type { Mutation, SaveReply } from './drafts'

/** The few requests of a page at work, typed, with every failure as a value. */

const savedSchema = z.object({ revision: z.number(), savedAt: z.coerce.date() })
const staleSchema = z.object({ error: z.literal('stale'), revision: z.number(), response: responseSchema })
const refusedSchema = z.object({ message: z.string() })
const pulseSchema = z.object({
  now: z.coerce.date(),
  deadlineAt: z.coerce.date().nullable(),
  closesAt: z.coerce.date().nullable(),
  closedAt: z.coerce.date().nullable(),
})
export type PulseReply = z.infer<typeof pulseSchema>

const TIMEOUT_MS = 10_000

async function request(path: string, body?: unknown): Promise<{ status: number; json: unknown } | null> {
  const text = body === undefined ? undefined : JSON.stringify(body)
  try {
    const response = await fetch(path, {
      method: text === undefined ? 'GET' : 'POST',
      ...(text === undefined ? {} : { body: text, headers: { 'content-type': 'application/json' } }),
      // Goes through even when the page is being left; browsers allow this for small bodies only.
      keepalive: text !== undefined && text.length < 60_000,
      signal: AbortSignal.timeout(TIMEOUT_MS),
      cache: 'no-store',
    })
    return { status: response.status, json: await response.json() }
  } catch {
    return null
  }
}

export async function sendSave(attemptId: string, itemId: string, mutation: Mutation): Promise<SaveReply> {
  const reply = await request(`/api/attempts/${attemptId}/save`, { itemId, ...mutation })
  if (!reply) return { kind: 'unreachable' }
  switch (reply.status) {
    case 200: {
      const saved = savedSchema.safeParse(reply.json)
      return saved.success ? { kind: 'saved', ...saved.data } : { kind: 'unreachable' }
    }
    case 409: {
      const stale = staleSchema.safeParse(reply.json)
      return stale.success ? { kind: 'stale', ...stale.data } : { kind: 'unreachable' }
    }
    case 410:
      return { kind: 'closed' }
    case 401:
      return { kind: 'signed-out' }
    default: {
      if (reply.status >= 500 || reply.status === 408 || reply.status === 429) return { kind: 'unreachable' }
      const refused = refusedSchema.safeParse(reply.json)
      return { kind: 'refused', message: refused.success ? refused.data.message : `HTTP ${reply.status}` }
    }
  }
}

export async function sendFlag(attemptId: string, itemId: string, flagged: boolean): Promise<boolean> {
  const reply = await request(`/api/attempts/${attemptId}/flag`, { itemId, flagged })
  return reply?.status === 200
}

/** True once the attempt is handed in, also where it was closed already. */
export async function sendSubmit(attemptId: string): Promise<boolean> {
  const reply = await request(`/api/attempts/${attemptId}/submit`, {})
  return reply?.status === 200
}

export async function fetchPulse(attemptId: string): Promise<PulseReply | null> {
  const reply = await request(`/api/attempts/${attemptId}/pulse`)
  if (reply?.status !== 200) return null
  const pulse = pulseSchema.safeParse(reply.json)
  return pulse.success ? pulse.data : null
}
