import { z } from 'zod'
import { hasProof } from '@/lib/exam/seb/proof'
import { toStorable } from '@/lib/question/field'
import { submitAttempt } from '@/lib/use-cases/close-attempt'
import { readPulse } from '@/lib/use-cases/read-pulse'
import { openItems } from '@/lib/use-cases/records'
import { mayWorkHere } from '@/lib/use-cases/safe-exam-browser'
import { readJson } from './read-json'
import { outsideSeb, requireSeb, sebRequestOf } from './require-seb'
import { requireViewer } from './require-viewer'
import { Refusal, type Road, reply, requireLogin } from './road'
import { saveBody } from './save-body'

export const notFound = () => new Refusal(404, 'not-found', 'There is no such attempt of yours.')

const save: Road = {
  method: 'POST',
  path: '/api/attempts/:attemptId/save',
  async handle(call) {
    const login = await requireLogin(call)
    const { itemId, seat, typedAt, mutationId, base, response } = await readJson(call.request, saveBody)
    const { attempts, clock } = call.services.deps
    const now = clock.now()
    const own = { attemptId: call.params.attemptId ?? '', userId: login.userId }
    // Looked up only for who claims it: the save itself finds out whether it is asked for.
    const claim = sebRequestOf(call)
    const insideSeb = hasProof(claim) && (await mayWorkHere(call.services.deps, own, claim))
    const outcome = await attempts.save({
      ...own,
      itemId,
      insideSeb,
      sessionToken: login.sessionToken,
      seat,
      typedAt: typedAt ?? now,
      mutationId,
      base,
      response: toStorable(response),
      now,
    })
    switch (outcome.kind) {
      case 'saved':
        return reply(200, {
          revision: outcome.revision,
          savedAt: outcome.savedAt,
          ...(outcome.newer && { newer: outcome.newer }),
          now,
        })
      case 'stale': {
        const { revision, response: latest, mutationId: made } = outcome
        return reply(409, { error: 'stale', revision, response: latest, mutationId: made, now })
      }
      case 'elsewhere':
        return reply(409, {
          error: 'elsewhere',
          message: 'The exam is being worked on in another window.',
          now,
        })
      case 'closed':
        return reply(410, {
          error: 'closed',
          message: outcome.kept
            ? 'This change came too late to count; it is kept for the instructor to see.'
            : 'The attempt is closed; this change came too late.',
          kept: outcome.kept,
          now,
        })
      case 'signed-out':
        throw new Refusal(401, 'signed-out', 'Sign in again; your work is kept.')
      case 'safe-exam-browser':
        throw outsideSeb()
      case 'not-found':
        throw notFound()
    }
  },
}

const flag: Road = {
  method: 'POST',
  path: '/api/attempts/:attemptId/flag',
  async handle(call) {
    const viewer = await requireViewer(call)
    await requireSeb(call, viewer)
    const { itemId, flagged } = await readJson(
      call.request,
      z.object({ itemId: z.uuid(), flagged: z.boolean() }),
    )
    const { attempts, clock } = call.services.deps
    const attemptId = call.params.attemptId ?? ''
    const done = await attempts.setFlag({ attemptId, itemId, userId: viewer.id, flagged, now: clock.now() })
    if (!done) throw notFound()
    return reply(200, { flagged })
  },
}

const submit: Road = {
  method: 'POST',
  path: '/api/attempts/:attemptId/submit',
  async handle(call) {
    const viewer = await requireViewer(call)
    await requireSeb(call, viewer)
    const attemptId = call.params.attemptId ?? ''
    const result = await submitAttempt(call.services.deps, { attemptId, userId: viewer.id })
    if (!result.ok) throw notFound()
    return reply(200, result.value)
  },
}

const pulse: Road = {
  method: 'GET',
  path: '/api/attempts/:attemptId/pulse',
  async handle(call) {
    const viewer = await requireViewer(call)
    await requireSeb(call, viewer)
    const attemptId = call.params.attemptId ?? ''
    const found = await readPulse(call.services.deps, { attemptId, userId: viewer.id })
    if (!found) throw notFound()
    return reply(200, found)
  },
}

/** The window that asks becomes the one at work; saves of the one before are not taken any more. */
const seat: Road = {
  method: 'POST',
  path: '/api/attempts/:attemptId/seat',
  async handle(call) {
    const viewer = await requireViewer(call)
    await requireSeb(call, viewer)
    await readJson(call.request, z.object({}))
    const { attempts, clock } = call.services.deps
    const attemptId = call.params.attemptId ?? ''
    const taken = await attempts.takeSeat({ attemptId, userId: viewer.id, now: clock.now() })
    if (taken === null) throw notFound()
    const room = await attempts.findRoom({ attemptId, userId: viewer.id })
    // What the server holds now: work that another window saved since this page was loaded.
    const items =
      room &&
      openItems(room).map(({ id, response, revision, savedAt, mutationId }) => ({
        id,
        response,
        revision,
        savedAt,
        mutationId,
      }))
    return reply(200, { seat: taken, items: items ?? [] })
  },
}

const advance: Road = {
  method: 'POST',
  path: '/api/attempts/:attemptId/advance',
  async handle(call) {
    const viewer = await requireViewer(call)
    await requireSeb(call, viewer)
    const { from } = await readJson(call.request, z.object({ from: z.number().int().min(1).max(10_000) }))
    const { attempts, clock } = call.services.deps
    const attemptId = call.params.attemptId ?? ''
    const reached = await attempts.advance({ attemptId, userId: viewer.id, from, now: clock.now() })
    if (reached === null) throw notFound()
    return reply(200, { reached })
  },
}

const presenceBody = z.object({
  seat: z.number().int().min(0).max(1_000_000),
  /** Position of the problem on view, 0 before handing in. */
  place: z.number().int().min(0).max(10_000),
  unsaved: z.number().int().min(0).max(10_000),
})

/** A sign of life of the window at work, and where the student is; for the staff who watch the room. */
const presence: Road = {
  method: 'POST',
  path: '/api/attempts/:attemptId/presence',
  async handle(call) {
    const viewer = await requireViewer(call)
    await requireSeb(call, viewer)
    const body = await readJson(call.request, presenceBody)
    const { live, clock } = call.services.deps
    const attemptId = call.params.attemptId ?? ''
    const noted = await live.notePresence({ ...body, attemptId, userId: viewer.id, now: clock.now() })
    if (!noted) throw notFound()
    return reply(200, {})
  },
}

export const attemptRoads: readonly Road[] = [save, flag, submit, pulse, seat, advance, presence]
