import { headers } from 'next/headers'
import type { SebRequest } from '@/lib/use-cases/safe-exam-browser'
import { REQUEST_TARGET, sebRequest } from './seb-request'
import { services } from './services'

/** What the request for this page says of Safe Exam Browser. */
export async function currentSebRequest(): Promise<SebRequest> {
  const given = await headers()
  return sebRequest(services().env, given.get(REQUEST_TARGET) ?? '/', (name) => given.get(name))
}
