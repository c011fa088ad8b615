import { z } from 'zod'
import { findCookie, loginCookie, secondsOf, setCookieOf } from '@/lib/auth/login-cookie'
import { Deactivated, openSession } from '@/lib/auth/sessions'
import { isLaunchPath } from '@/lib/lti/hand-over'
import { beginLaunch, endLaunch, hashOf, LAUNCH_MS } from '@/lib/lti/launch'
import { log } from '../log'
import { publicOrigin } from '../public-origin'
import { escapeHtml, inBoth, redirect, simplePage, tell, type Words } from './lti-pages'
import { BEGIN_SCRIPT, END_SCRIPT } from './lti-scripts'
import { readJson, readText } from './read-json'
import { requireViewer } from './require-viewer'
import { type Call, crossSite, isFromOwnPages, type Road, reply, requireLogin, type Stream } from './road'

/** How people come in from a learning management system (LTI 1.3): the only requests that another site may send. */

const form = async ({ request }: Call): Promise<URLSearchParams> =>
  request.method === 'GET'
    ? new URL(request.url ?? '/', 'http://localhost').searchParams
    : new URLSearchParams(await readText(request))

/** What a platform sends people back to is registered with it. */
export const originOf = ({ services, request }: Call): string =>
  publicOrigin(services.env, request.headers.host)

const isInFrame = ({ request }: Call): boolean =>
  ['iframe', 'frame'].includes(String(request.headers['sec-fetch-dest']))

const isSameSite = ({ request }: Call): boolean =>
  ['same-site', 'same-origin'].includes(String(request.headers['sec-fetch-site']))

// The database takes no such character.
const text = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .refine((given) => !given.includes('\u0000'))
const initiation = z.object({
  iss: text(500),
  login_hint: z.string().min(1).max(4_000),
  target_link_uri: z.string().min(1).max(4_000),
  client_id: text(500).optional(),
  lti_deployment_id: z.string().max(255).optional(),
  lti_message_hint: z.string().max(16_000).optional(),
  lti_storage_target: text(200).optional(),
})

/** The name under which a launch's secret is kept, as a cookie or by the platform; several go on side by side. */
const keyOf = (state: string): string => `lti-${state.slice(0, 16)}`

const wait = `<div id="wait">${inBoth({ ko: '여는 중입니다.', en: 'Opening.' })}</div>`
const inWindow = inBoth({
  ko: '브라우저가 이 틀 안에서는 쿠키를 막습니다. 새 창에서 이어 가세요.',
  en: 'Your browser keeps cookies back inside of this frame. Go on in a new window.',
})
const windowButton = '새 창에서 열기 · Open in a new window'

async function login(call: Call): Promise<Stream> {
  const sent = Object.fromEntries(await form(call))
  const parsed = initiation.safeParse(sent)
  if (!parsed.success) return tell(call, 'invalid')
  const begun = await beginLaunch(call.services.lti(), parsed.data, `${originOf(call)}/lti/launch`)
  if (!begun) return tell(call, 'unknown')
  const key = keyOf(begun.state)
  // Comes back with a form that another site posts: the one cookie that may.
  const cookies = [
    `${key}=${begun.browser}; Path=/lti; Max-Age=${LAUNCH_MS / 1000}; HttpOnly; Secure; SameSite=None; Partitioned`,
  ]
  if (!isInFrame(call)) return redirect(begun.location, cookies)
  const { lti_storage_target: _, ...again } = parsed.data
  // Some platforms take their hint once: whether the browser keeps cookies is found out before they are asked.
  const href = escapeHtml(`/lti/login?${new URLSearchParams(again as Record<string, string>)}`)
  return simplePage(call, {
    status: 200,
    cookies,
    script: BEGIN_SCRIPT,
    data: {
      key,
      location: begun.location,
      // The page knows the secret only where it has to hand it to the platform.
      ...(begun.storage && { storage: begun.storage, value: begun.browser }),
    },
    body: `${wait}<div id="window" hidden>${inWindow}<p><a class="button" target="_blank" rel="noopener" href="${href}">${windowButton}</a></p></div>`,
  })
}

/** Whether a cookie of a launch came back: for the page that has set it. */
const kept: Road = {
  method: 'GET',
  path: '/lti/kept/:key',
  handle: ({ request, params }) =>
    reply(200, { kept: findCookie(request.headers.cookie, params.key ?? '') !== null }),
}

/** A login by this LMS is opened; the cookie that carries it, in a frame or in a window, or null for an account that is kept out. */
async function openLogin(call: Call, userId: string, { inFrame }: { readonly inFrame: boolean }) {
  const { services, request } = call
  const sessionToken = await openSession(services.database, userId, services.deps.clock.now(), {
    kind: 'lms',
    userAgent: request.headers['user-agent'],
    seconds: secondsOf({ inFrame }),
  }).catch((error: unknown) => {
    if (error instanceof Deactivated) return null
    throw error
  })
  if (sessionToken === null) return null
  const secure = originOf(call).startsWith('https:')
  const login = { userId, sessionToken, inFrame }
  return setCookieOf(await loginCookie(login, services.env.NEXTAUTH_SECRET, secure))
}

async function finish(
  call: Call,
  { state, token, browser }: { readonly state: string; readonly token: string; readonly browser: string },
): Promise<Stream> {
  const refuse = (what: Words, why: object) => {
    // Neither the token nor who it is about: only what was wrong with it.
    log.warn({ ...why, from: 'lti' }, 'launch refused')
    return tell(call, what)
  }
  const ended = await endLaunch(call.services.lti(), { state, token, browser })
  if (!ended.ok) return refuse(ended.error.kind === 'state' ? 'state' : 'refused', ended.error)
  if (ended.value.kind !== 'admitted') return refuse(ended.value.kind, { why: ended.value.kind })
  const { userId, path } = ended.value
  const inFrame = isInFrame(call)
  const cookies: string[] = []
  // Of an LMS at the same site the login of a window is sent too, and goes first: it is then of the same person.
  for (const each of inFrame && isSameSite(call) ? [true, false] : [inFrame]) {
    const cookie = await openLogin(call, userId, { inFrame: each })
    if (cookie === null) return refuse('refused', { why: 'the account is deactivated' })
    cookies.push(cookie)
  }
  // What the instructor chooses is chosen in the platform's dialog; all else may have a window of its own.
  const landing =
    inFrame && !path.startsWith('/lti/') ? `/lti/start?${new URLSearchParams({ to: path })}` : path
  return redirect(landing, [
    ...cookies,
    `${keyOf(state)}=; Path=/lti; Max-Age=0; HttpOnly; Secure; SameSite=None; Partitioned`,
  ])
}

const launch: Road = {
  method: 'POST',
  path: '/lti/launch',
  async handle(call) {
    const { services, request } = call
    const sent = await form(call)
    const [state, token] = [sent.get('state') ?? '', sent.get('id_token') ?? '']
    if (state === '') return tell(call, 'invalid')
    if (sent.has('error')) {
      log.warn({ from: 'lti', why: 'the platform answered with an error' }, 'launch refused')
      return tell(call, 'refused')
    }
    const key = keyOf(state)
    const browser = findCookie(request.headers.cookie, key)
    const storage = browser === null ? await services.lti().store.findStorage(hashOf(state)) : null
    if (storage === null) return finish(call, { state, token, browser: browser ?? '' })
    return simplePage(call, {
      status: 200,
      script: END_SCRIPT,
      data: { key, storage },
      body: `${wait}<div id="state" hidden>${inBoth({
        ko: '로그인을 마치지 못했습니다. LMS에서 새 창으로 다시 열어 주세요.',
        en: 'The login could not be completed. Open it again from the LMS, in a new window.',
      })}</div><form id="window" hidden method="post" action="/lti/stored" target="_blank">${inWindow}${Object.entries(
        { state, id_token: token },
      )
        .map(([name, value]) => `<input type="hidden" name="${name}" value="${escapeHtml(value)}">`)
        .join(
          '',
        )}<input type="hidden" name="browser" id="browser"><p><button>${windowButton}</button></p></form>`,
    })
  },
}

/** The end of a launch whose secret the platform kept. It is taken from our own page alone: anybody else may know a secret. */
const stored: Road = {
  method: 'POST',
  path: '/lti/stored',
  async handle(call) {
    requireOwnPage(call)
    const sent = await form(call)
    const [state, token, browser] = ['state', 'id_token', 'browser'].map((name) => sent.get(name) ?? '')
    return finish(call, { state: state ?? '', token: token ?? '', browser: browser ?? '' })
  },
}

/** A page of ours has to be named as the origin: no cookie of the browser vouches for what is sent. */
function requireOwnPage({ services, request }: Call): void {
  if (request.headers.origin === undefined || !isFromOwnPages(request, services.env.NEXTAUTH_URL))
    throw crossSite()
}

const codeBody = z.object({
  path: z.string().max(300).refine(isLaunchPath, 'is no page of an exam or course'),
})

/** A code that opens a window of its own for whoever is signed in in the frame. */
const code: Road = {
  method: 'POST',
  path: '/lti/code',
  async handle(call) {
    await requireViewer(call)
    const { sessionToken } = await requireLogin(call)
    const { path } = await readJson(call.request, codeBody)
    return reply(200, { code: await call.services.handOver().issue({ sessionToken, path }) })
  },
}

/** The window: a code of our own page becomes a login and leads on. */
const open: Road = {
  method: 'POST',
  path: '/lti/open',
  async handle(call) {
    requireOwnPage(call)
    const found = await call.services.handOver().redeem((await form(call)).get('code') ?? '')
    if (!found) return tell(call, 'code')
    const cookie = await openLogin(call, found.userId, { inFrame: false })
    return cookie === null ? tell(call, 'refused') : redirect(found.path, [cookie])
  },
}

/** Where a page in a frame leads that has no login any more. */
const ended: Road = { method: 'GET', path: '/lti/ended', handle: (call) => tell(call, 'ended') }

export const ltiRoads: readonly Road[] = [
  { method: 'GET', path: '/lti/login', handle: login },
  { method: 'POST', path: '/lti/login', handle: login },
  kept,
  launch,
  stored,
  code,
  open,
  ended,
]
