import type { RunningApp } from './app-server'
import type { LtiPlatform } from './lti-platform'

export const CLIENT = 'client-7'
export const CLAIM = 'https://purl.imsglobal.org/spec/lti/claim/'
export const MEMBER = 'http://purl.imsglobal.org/vocab/lis/v2/membership'

export interface Begun {
  readonly state: string
  readonly nonce: string
  readonly cookie: string
}

/** A browser that launches from the platform, leg by leg. */
export function ltiDesk(app: RunningApp, platform: LtiPlatform) {
  /** The first leg: what the browser is sent to the platform with. */
  async function begin(
    over: Record<string, string> = {},
    method: 'GET' | 'POST' = 'POST',
    headers: Record<string, string> = {},
  ) {
    const sent = new URLSearchParams({
      iss: platform.issuer,
      client_id: CLIENT,
      login_hint: '{"user":"{7}"}',
      target_link_uri: 'https://evil.example/elsewhere',
      lti_message_hint: '"hint" & {more}',
      ...over,
    })
    const response = await fetch(`${app.url}/lti/login${method === 'GET' ? `?${sent}` : ''}`, {
      method,
      headers,
      redirect: 'manual',
      ...(method === 'POST' && { body: sent }),
    })
    return { status: response.status, location: response.headers.get('location'), response }
  }

  async function begun(over: Record<string, string> = {}): Promise<Begun> {
    const { location, response } = await begin(over)
    const query = new URL(location ?? '').searchParams
    return {
      state: query.get('state') ?? '',
      nonce: query.get('nonce') ?? '',
      cookie: (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '',
    }
  }

  const claims = (nonce: string, over: Record<string, unknown> = {}) => {
    const now = Math.floor(Date.now() / 1000)
    return {
      iss: platform.issuer,
      aud: CLIENT,
      sub: 'user-1',
      iat: now,
      exp: now + 60,
      nonce,
      name: 'Kim Minji',
      email: 'kim@lms.example',
      [`${CLAIM}message_type`]: 'LtiResourceLinkRequest',
      [`${CLAIM}version`]: '1.3.0',
      [`${CLAIM}deployment_id`]: 'd1',
      [`${CLAIM}target_link_uri`]: `${app.url}/`,
      [`${CLAIM}roles`]: [`${MEMBER}#Instructor`],
      [`${CLAIM}resource_link`]: { id: 'link-1', title: 'Quiz 1' },
      [`${CLAIM}context`]: { id: 'course-1', title: 'Deep Learning' },
      ...over,
    }
  }

  /** The last leg: the form that the platform's page posts. */
  async function end(
    token: string,
    { state, cookie }: Pick<Begun, 'state' | 'cookie'>,
    headers: Record<string, string> = {},
  ) {
    const response = await fetch(`${app.url}/lti/launch`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie, origin: platform.issuer, 'sec-fetch-site': 'cross-site', ...headers },
      body: new URLSearchParams({ id_token: token, state }),
    })
    return outcome(response)
  }

  async function outcome(response: Response) {
    const cookieNamed = (name: string) =>
      response.headers.getSetCookie().find((each) => each.startsWith(`${name}=`)) ?? null
    return {
      status: response.status,
      location: response.headers.get('location'),
      session: cookieNamed('next-auth.session-token')?.split(';')[0] ?? null,
      /** With its attributes. */
      frameCookie: cookieNamed('__Host-quizgrad-frame'),
      headers: response.headers,
      text: await response.text(),
    }
  }

  /** A whole launch. */
  async function launch(over: Record<string, unknown> = {}, headers: Record<string, string> = {}) {
    const first = await begun()
    return end(await platform.sign(claims(first.nonce, over)), first, headers)
  }

  return { begin, begun, claims, end, outcome, launch }
}

/** What a browser says of a request for a frame. */
export const IN_FRAME = { 'sec-fetch-dest': 'iframe' }
