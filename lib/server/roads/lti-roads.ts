import { encode } from 'next-auth/jwt'
import { z } from 'zod'
import { Deactivated, LOGIN_SECONDS, openSession } from '@/lib/auth/sessions'
import { beginLaunch, endLaunch, LAUNCH_MS } from '@/lib/lti/launch'
import { log } from '../log'
import { publicOrigin } from '../public-origin'
import { readText } from './read-json'
import type { Call, Road, Stream } from './road'

/** How people come in from a learning management system (LTI 1.3): the only requests that another site may send. */

const form = async ({ request }: Call): Promise<URLSearchParams> =>
  request.method === 'GET'
    ? new URL(request.url ?? '/', 'http://localhost').searchParams
    : new URLSearchParams(await readText(request))

/** What a platform sends people back to is registered with it. */
const originOf = ({ services, request }: Call): string => publicOrigin(services.env, request.headers.host)

const initiation = z.object({
  iss: z.string().min(1).max(500),
  login_hint: z.string().min(1).max(4_000),
  target_link_uri: z.string().min(1).max(4_000),
  client_id: z.string().max(500).optional(),
  lti_message_hint: z.string().max(16_000).optional(),
})

/** The name of the cookie that ties a launch to a browser; several launches go on side by side. */
const cookieOf = (state: string): string => `lti-${state.slice(0, 16)}`

const redirect = (location: string, cookies: readonly string[]): Stream => ({
  stream: (response) =>
    void response
      .writeHead(303, {
        location,
        'set-cookie': [...cookies],
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
      })
      .end(),
})

type Words = 'invalid' | 'unknown' | 'state' | 'refused' | 'deployment' | 'not-ready'
const words: Readonly<Record<Words, { readonly status: number; readonly ko: string; readonly en: string }>> =
  {
    invalid: {
      status: 400,
      ko: 'LMS에서 온 요청에 필요한 값이 빠졌습니다.',
      en: 'The request from the LMS lacks something that it needs.',
    },
    unknown: {
      status: 404,
      ko: '이 LMS는 등록되어 있지 않습니다. 관리자에게 알려 주세요.',
      en: 'This LMS is not registered here. Please tell the administrator.',
    },
    state: {
      status: 400,
      ko: '로그인을 마치지 못했습니다. 시간이 지났거나 브라우저가 쿠키를 막았습니다. LMS에서 새 창으로 다시 열어 주세요.',
      en: 'The login could not be completed: it took too long, or the browser keeps cookies back. Open it again from the LMS, in a new window.',
    },
    refused: {
      status: 403,
      ko: '로그인이 거부되었습니다. LMS에서 다시 열고, 계속되면 관리자에게 알려 주세요.',
      en: 'The login was refused. Open it again from the LMS; if that does not help, please tell the administrator.',
    },
    deployment: {
      status: 403,
      ko: '관리자가 이 LMS 배치를 아직 승인하지 않았습니다.',
      en: 'The administrator has not approved this deployment of the LMS yet.',
    },
    'not-ready': {
      status: 404,
      ko: '교수자가 아직 이 링크에 시험을 연결하지 않았습니다.',
      en: 'The instructor has not chosen an exam for this link yet.',
    },
  }

/** A page of a sentence, with nothing in it that was sent. */
function tell(what: Words, id?: string): Stream {
  const { status, ko, en } = words[what]
  const reference = id === undefined ? '' : `<p>${id}</p>`
  const text = `<!doctype html><html lang="ko"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>quizgrad</title></head><body><p lang="ko">${ko}</p><p lang="en">${en}</p>${reference}</body></html>`
  return {
    stream: (response) =>
      void response
        .writeHead(status, {
          'content-type': 'text/html; charset=utf-8',
          'cache-control': 'no-store',
          'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
          'x-content-type-options': 'nosniff',
        })
        .end(text),
  }
}

async function login(call: Call): Promise<Stream> {
  const parsed = initiation.safeParse(Object.fromEntries(await form(call)))
  if (!parsed.success) return tell('invalid')
  const origin = originOf(call)
  const begun = await beginLaunch(call.services.lti(), parsed.data, `${origin}/lti/launch`)
  if (!begun) return tell('unknown')
  // Comes back with a form that another site posts: the one cookie that may.
  const cookie = `${cookieOf(begun.state)}=${begun.browser}; Path=/lti; Max-Age=${LAUNCH_MS / 1000}; HttpOnly; Secure; SameSite=None; Partitioned`
  return redirect(begun.location, [cookie])
}

const cookieNamed = (header: string | undefined, name: string): string =>
  (header ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1) ?? ''

const launch: Road = {
  method: 'POST',
  path: '/lti/launch',
  async handle(call) {
    const { services, request } = call
    const sent = await form(call)
    const [state, token] = [sent.get('state') ?? '', sent.get('id_token') ?? '']
    if (state === '') return tell('invalid')
    const browser = cookieNamed(request.headers.cookie, cookieOf(state))
    const refuse = (what: Words, why: object) => {
      // Neither the token nor who it is about: only what was wrong with it.
      log.warn({ ...why, from: 'lti' }, 'launch refused')
      return tell(what)
    }
    if (sent.has('error')) return refuse('refused', { why: 'the platform answered with an error' })
    const ended = await endLaunch(services.lti(), { state, token, browser })
    if (!ended.ok) return refuse(ended.error.kind === 'state' ? 'state' : 'refused', ended.error)
    if (ended.value.kind !== 'admitted') return refuse(ended.value.kind, { why: ended.value.kind })
    const { userId, path } = ended.value
    const sid = await openSession(services.database, userId, services.deps.clock.now(), {
      kind: 'lms',
      userAgent: request.headers['user-agent'],
    }).catch((error: unknown) => {
      if (error instanceof Deactivated) return null
      throw error
    })
    if (sid === null) return refuse('refused', { why: 'the account is deactivated' })
    const secure = originOf(call).startsWith('https:')
    const value = await encode({
      token: { sub: userId, sid },
      secret: services.env.NEXTAUTH_SECRET,
      maxAge: LOGIN_SECONDS,
    })
    const name = secure ? '__Secure-next-auth.session-token' : 'next-auth.session-token'
    return redirect(path, [
      `${name}=${value}; Path=/; Max-Age=${LOGIN_SECONDS}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`,
      `${cookieOf(state)}=; Path=/lti; Max-Age=0; HttpOnly; Secure; SameSite=None; Partitioned`,
    ])
  },
}

export const ltiRoads: readonly Road[] = [
  { method: 'GET', path: '/lti/login', handle: login },
  { method: 'POST', path: '/lti/login', handle: login },
  launch,
]
