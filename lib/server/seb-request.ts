import { SEB_COOKIE } from '@/lib/exam/seb/names'
import type { SebRequest } from '@/lib/use-cases/safe-exam-browser'
import type { Env } from './env'
import { publicOrigin } from './public-origin'

/** Header in which our own server hands on to pages what was asked for; whatever a client wrote into it is replaced. */
export const REQUEST_TARGET = 'x-request-target'

const hashes = (texts: readonly (string | null | undefined)[]): string[] =>
  texts.map((text) => text?.toLowerCase() ?? '').filter((text) => /^[0-9a-f]{64}$/.test(text))

const cookieHashes = (header: string | null | undefined): string[] =>
  hashes(
    (header ?? '')
      .split(';')
      .map((pair) => pair.trim())
      .filter((pair) => pair.startsWith(`${SEB_COOKIE}=`))
      .flatMap((pair) => pair.slice(SEB_COOKIE.length + 1).split('.'))
      .slice(0, 4),
  )

/**
 * What a request says of Safe Exam Browser.
 * @param target path and query as they were asked for
 * @param header the value of a header by its name in lower case
 */
export function sebRequest(
  env: Pick<Env, 'NEXTAUTH_URL'>,
  target: string,
  header: (name: string) => string | null | undefined,
): SebRequest {
  const origin = publicOrigin(env, header('host'))
  return {
    origin,
    url: `${origin}${target}`,
    sent: hashes([header('x-safeexambrowser-configkeyhash'), header('x-safeexambrowser-requesthash')]),
    read: cookieHashes(header('cookie')),
  }
}
