import { z } from 'zod'
import { type StartError, startAttempt } from '@/lib/use-cases/start-attempt'
import { readJson } from './read-json'
import { sebRequestOf } from './require-seb'
import { requireViewer } from './require-viewer'
import { type Road, reply } from './road'

const startBody = z.object({ startCode: z.string().max(200).optional() })

const statusOf: Record<StartError['kind'], number> = {
  'not-found': 404,
  'not-open': 403,
  'attempts-used': 403,
  'code-missing': 403,
  'code-wrong': 403,
  'too-many-codes': 429,
  'safe-exam-browser': 403,
}

/**
 * Starts an attempt or gives back the open one, as the form of the exam's page does, without drawing a page: a room
 * that starts together costs a twentieth. Refusals carry the rule's own code in `error`.
 */
const start: Road = {
  method: 'POST',
  path: '/api/exams/:examId/start',
  async handle(call) {
    const viewer = await requireViewer(call)
    const { startCode } = await readJson(call.request, startBody)
    const result = await startAttempt(call.services.deps, {
      examId: call.params.examId ?? '',
      userId: viewer.id,
      seb: sebRequestOf(call),
      ...(startCode === undefined ? {} : { startCode }),
    })
    if (result.ok) return reply(200, result.value)
    const { kind, ...details } = result.error
    return reply(statusOf[kind], { error: kind, ...details })
  },
}

export const examRoads: readonly Road[] = [start]
