import { z } from 'zod'
import { lateTermsSchema } from '@/lib/exam/late'
import { responseSchema } from '@/lib/question/field'
import type { Mutation, SaveReply } from './drafts'
import { isOutsideSeb, noteSeb } from './outside-seb'

/** The few requests of a page at work, typed, with every failure as a value. */

const savedSchema = z.object({
  revision: z.number(),
  savedAt: z.coerce.date(),
  newer: z.object({ revision: z.number(), response: responseSchema }).optional(),
})
const staleSchema = z.object({
  error: z.literal('stale'),
  revision: z.number(),
  response: responseSchema,
  mutationId: z.string().nullable(),
})
const refusedSchema = z.object({ message: z.string() })
const elsewhereSchema = z.object({ error: z.literal('elsewhere') })
const closedSchema = z.object({ kept: z.boolean() })
const advancedSchema = z.object({ reached: z.number() })
const seatSchema = z.object({
  seat: z.number(),
  items: z.array(
    z.object({
      id: z.string(),
      response: responseSchema,
      revision: z.number(),
      savedAt: z.coerce.date().nullable(),
      mutationId: z.string().nullable(),
    }),
  ),
})
export type SeatReply = z.infer<typeof seatSchema>

/** What the server tells of the attempt, asked for or by itself. */
export const newsSchema = z.object({
  now: z.coerce.date(),
  deadlineAt: z.coerce.date().nullable(),
  closesAt: z.coerce.date().nullable(),
  closedAt: z.coerce.date().nullable(),
  late: lateTermsSchema.nullable(),
  seat: z.number(),
  notices: z.array(z.object({ id: z.string(), words: z.string(), at: z.coerce.date() })),
})
export type News = z.infer<typeof newsSchema>

const TIMEOUT_MS = 10_000
/** A long answer on a poor line takes its time: a second more for so many bytes. */
const BYTES_A_SECOND = 4_096

/** Bytes that browsers let through from a page that is being left, of all its requests together: 64 KiB. */
const KEEPALIVE_BYTES = 60_000
let keepaliveBytes = 0

async function request(path: string, body?: unknown): Promise<{ status: number; json: unknown } | null> {
  const text = body === undefined ? undefined : JSON.stringify(body)
  const bytes = text === undefined ? 0 : new TextEncoder().encode(text).length
  // Goes through even when the page is being left. Beyond the limit the browser would refuse it altogether.
  const keepalive = text !== undefined && keepaliveBytes + bytes <= KEEPALIVE_BYTES
  if (keepalive) keepaliveBytes += bytes
  try {
    const response = await fetch(path, {
      method: text === undefined ? 'GET' : 'POST',
      ...(text === undefined ? {} : { body: text, headers: { 'content-type': 'application/json' } }),
      keepalive,
      signal: AbortSignal.timeout(TIMEOUT_MS + (bytes / BYTES_A_SECOND) * 1000),
      cache: 'no-store',
    })
    const reply = { status: response.status, json: await response.json() }
    noteSeb(reply)
    return reply
  } catch {
    return null
  } finally {
    if (keepalive) keepaliveBytes -= bytes
  }
}

/** @param seat this window's number */
export async function sendSave(
  attemptId: string,
  itemId: string,
  seat: number,
  mutation: Mutation,
): Promise<SaveReply> {
  const reply = await request(`/api/attempts/${attemptId}/save`, { itemId, seat, ...mutation })
  if (!reply) return { kind: 'unreachable' }
  switch (reply.status) {
    case 200: {
      const saved = savedSchema.safeParse(reply.json)
      return saved.success ? { kind: 'saved', ...saved.data } : { kind: 'unreachable' }
    }
    case 409: {
      if (elsewhereSchema.safeParse(reply.json).success) return { kind: 'elsewhere' }
      const stale = staleSchema.safeParse(reply.json)
      return stale.success ? { kind: 'stale', ...stale.data } : { kind: 'unreachable' }
    }
    case 410: {
      const closed = closedSchema.safeParse(reply.json)
      return { kind: 'closed', kept: closed.success && closed.data.kept }
    }
    case 401:
      return { kind: 'signed-out' }
    default: {
      // Kept on the device and tried again: the instructor may let the student go on without.
      if (isOutsideSeb(reply)) return { kind: 'unreachable' }
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

/** Makes this window the one at work. 'gone': the attempt is not open any more; null: no answer, try again. */
export async function takeSeat(attemptId: string): Promise<SeatReply | 'gone' | null> {
  const reply = await request(`/api/attempts/${attemptId}/seat`, {})
  if (reply?.status === 404) return 'gone'
  if (reply?.status !== 200) return null
  const taken = seatSchema.safeParse(reply.json)
  return taken.success ? taken.data : null
}

/** Leaves a problem for good; true once the next one may be shown. */
export async function sendAdvance(attemptId: string, from: number): Promise<boolean> {
  const reply = await request(`/api/attempts/${attemptId}/advance`, { from })
  if (reply?.status !== 200) return false
  const advanced = advancedSchema.safeParse(reply.json)
  return advanced.success && advanced.data.reached > from
}

/** Says where the student is; nothing hangs on the answer. */
export async function sendPresence(
  attemptId: string,
  here: { readonly seat: number; readonly place: number; readonly unsaved: number },
): Promise<void> {
  await request(`/api/attempts/${attemptId}/presence`, here)
}

export async function fetchPulse(attemptId: string): Promise<News | null> {
  const reply = await request(`/api/attempts/${attemptId}/pulse`)
  return reply?.status === 200 ? readNews(reply.json) : null
}

export function readNews(json: unknown): News | null {
  const news = newsSchema.safeParse(json)
  return news.success ? news.data : null
}
