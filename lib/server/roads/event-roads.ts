import { isId } from '@/lib/core/ids'
import { readPulse } from '@/lib/use-cases/read-pulse'
import { notFound } from './attempt-roads'
import { openStream } from './open-stream'
import { requireSeb } from './require-seb'
import { requireViewer } from './require-viewer'
import { Refusal, type Road, requireLogin } from './road'

/** News of an attempt as they happen: changed times, another window at work, the close (server-sent events). */
const events: Road = {
  method: 'GET',
  path: '/api/attempts/:attemptId/events',
  async handle(call) {
    const { sessionToken } = await requireLogin(call)
    const viewer = await requireViewer(call)
    await requireSeb(call, viewer)
    const attemptId = call.params.attemptId ?? ''
    const found = isId(attemptId) && (await readPulse(call.services.deps, { attemptId, userId: viewer.id }))
    if (!found) throw notFound()
    return {
      stream(response) {
        const stream = openStream(call, response)
        if (!stream) return
        const leave = call.services.live().add({
          attemptId,
          sessionToken,
          send: (news) => stream.event('news', news),
          beat: stream.beat,
          end: () => void response.end(),
        })
        response.on('close', leave)
      },
    }
  },
}

/** A whole room of a thousand is half a megabyte. */
const MAX_UNREAD_ROOM = 4 * 1024 * 1024

/** How everybody in an exam stands, for its staff: all at first, then what changes (server-sent events). */
const room: Road = {
  method: 'GET',
  path: '/api/exams/:examId/room',
  async handle(call) {
    const { sessionToken } = await requireLogin(call)
    const viewer = await requireViewer(call)
    const examId = call.params.examId ?? ''
    if (!(await call.services.deps.live.mayWatch({ examId, viewer })))
      throw new Refusal(404, 'not-found', 'There is no such exam of yours.')
    return {
      stream(response) {
        const stream = openStream(call, response, MAX_UNREAD_ROOM)
        if (!stream) return
        const leave = call.services.roomWatch().add({
          examId,
          viewer,
          sessionToken,
          send: (news) => stream.event('room', news),
          beat: stream.beat,
          end: () => void response.end(),
        })
        response.on('close', leave)
      },
    }
  },
}

export const eventRoads: readonly Road[] = [events, room]
