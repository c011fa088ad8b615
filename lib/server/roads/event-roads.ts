import { isId } from '@/lib/core/ids'
import { readPulse } from '@/lib/use-cases/read-pulse'
import { notFound } from './attempt-roads'
import { requireViewer } from './require-viewer'
import { type Road, requireLogin } from './road'

const MAX_UNREAD = 64 * 1024

/** News of an attempt as they happen: changed times, another window at work, the close (server-sent events). */
const events: Road = {
  method: 'GET',
  path: '/api/attempts/:attemptId/events',
  async handle(call) {
    const { sessionToken } = await requireLogin(call)
    const viewer = await requireViewer(call)
    const attemptId = call.params.attemptId ?? ''
    const found = isId(attemptId) && (await readPulse(call.services.deps, { attemptId, userId: viewer.id }))
    if (!found) throw notFound()
    return {
      stream(response) {
        // Gone while we looked: nobody would ever tell the hub.
        if (response.destroyed || call.request.socket.destroyed) return
        response.on('error', () => response.destroy())
        response.writeHead(200, {
          'content-type': 'text/event-stream; charset=utf-8',
          'cache-control': 'no-store, no-transform',
          'x-accel-buffering': 'no',
        })
        const write = (text: string) => {
          // A page that stays open and does not read gets no more of our memory.
          if (response.writableLength > MAX_UNREAD) response.destroy()
          else if (!response.writableEnded) response.write(text)
        }
        write('retry: 2000\n\n')
        const leave = call.services.live().add({
          attemptId,
          sessionToken,
          send: (news) => write(`event: news\ndata: ${JSON.stringify(news)}\n\n`),
          beat: () => write(': still here\n\n'),
          end: () => void response.end(),
        })
        response.on('close', leave)
      },
    }
  },
}

export const eventRoads: readonly Road[] = [events]
