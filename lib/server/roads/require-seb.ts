import { mayWorkHere, type SebRequest } from '@/lib/use-cases/safe-exam-browser'
import { sebRequest } from '../seb-request'
import { type Call, Refusal } from './road'

export const sebRequestOf = ({ services, request }: Call): SebRequest =>
  sebRequest(services.env, request.url ?? '/', (name) => {
    const value = request.headers[name]
    return Array.isArray(value) ? value[0] : value
  })

export const outsideSeb = () =>
  new Refusal(
    403,
    'safe-exam-browser',
    'This exam is taken in Safe Exam Browser; your work is kept on this device.',
  )

/** Refuses what comes from outside of Safe Exam Browser where the attempt is taken in it. */
export async function requireSeb(call: Call, viewer: { readonly id: string }): Promise<void> {
  const input = { attemptId: call.params.attemptId ?? '', userId: viewer.id }
  if (!(await mayWorkHere(call.services.deps, input, sebRequestOf(call)))) throw outsideSeb()
}
