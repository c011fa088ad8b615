import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { log } from '../log'
import type { Services } from '../services'
import { hangUpAfter } from './hang-up'
import { Refusal, type Road, reply, send } from './road'

/** Answers the request if one of the roads leads there; false: it is for somebody else (Next). */
export type Router = (request: IncomingMessage, response: ServerResponse) => boolean

export function createRouter(roads: readonly Road[], services: Services): Router {
  const compiled = roads.map((road) => ({ road, segments: road.path.split('/') }))

  return (request, response) => {
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/'
    const given = path.split('/')
    const hits = compiled.filter(({ segments }) => matches(segments, given))
    if (hits.length === 0) return false
    const hit = hits.find(({ road }) => road.method === request.method)
    if (!hit) {
      send(
        response,
        reply(405, { error: 'method', message: `This address does not take ${request.method}.` }),
      )
      return true
    }
    void answer(hit.road, hit.segments, given)
    return true

    async function answer(road: Road, segments: readonly string[], values: readonly string[]) {
      const params = Object.fromEntries(
        segments.flatMap((segment, i) =>
          segment.startsWith(':') ? [[segment.slice(1), values[i] ?? '']] : [],
        ),
      )
      try {
        const outcome = await road.handle({ services, request, params })
        if ('stream' in outcome) outcome.stream(response)
        else send(response, outcome)
      } catch (error) {
        if (error instanceof Refusal) {
          if (!request.complete) hangUpAfter(request, response)
          send(response, reply(error.status, { error: error.code, message: error.message }))
          return
        }
        // Whoever hung up in the middle of a request needs no answer, and is no fault of ours.
        if (request.destroyed && !request.complete) return
        const id = randomUUID()
        log.error({ err: error, id, path }, 'road failed')
        if (!response.headersSent) {
          send(response, reply(500, { error: 'internal', message: `Something broke here. Error ${id}.` }))
        }
      }
    }
  }
}

const matches = (segments: readonly string[], given: readonly string[]): boolean =>
  segments.length === given.length &&
  segments.every((segment, i) => (segment.startsWith(':') ? given[i] !== '' : segment === given[i]))
