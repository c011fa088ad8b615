import { log } from '../log'
import { type Call, type Reply, type Road, reply } from './road'

async function ready({ services }: Call): Promise<Reply> {
  try {
    await services.database.pool.query('SELECT 1')
    return reply(200, { live: true, ready: true, now: services.deps.clock.now() })
  } catch (error) {
    log.error({ err: error }, 'not ready: the database does not answer')
    return reply(503, { live: true, ready: false, reason: 'The database does not answer.' })
  }
}

/** live: the process answers. ready: it can do its work, the database answers too. */
export const healthRoads: readonly Road[] = [
  { method: 'GET', path: '/api/health/live', handle: () => reply(200, { live: true }) },
  { method: 'GET', path: '/api/health/ready', handle: ready },
  { method: 'GET', path: '/api/health', handle: ready },
]
