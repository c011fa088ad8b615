import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createRegistrationStore } from '@/lib/db/registration-store'
import { checkConnection } from '@/lib/lti/connection-check'
import { createRegistration, INVITED_MS } from '@/lib/lti/registration'
import { type RunningApp, startApp } from '../../helpers/app-server'
import { createExamWorld, type ExamWorld } from '../../helpers/exam-world'
import { type LtiPlatform, startLtiPlatform } from '../../helpers/lti-platform'

let world: ExamWorld
let app: RunningApp
let platform: LtiPlatform
let admin: { id: string; isAdmin: true }
beforeAll(async () => {
  world = await createExamWorld()
  ;[app, platform] = await Promise.all([
    startApp({ databaseUrl: world.databaseUrl, pages: false, env: { LTI_ALLOW_INSIDE: '1' } }),
    startLtiPlatform(),
  ])
  admin = { id: await world.addPerson('none'), isAdmin: true }
})
afterAll(async () => {
  await Promise.all([app?.stop(), platform?.stop()])
  await world.close()
})

const registration = (now = () => new Date()) =>
  createRegistration({
    clock: { now },
    allowInside: true,
    store: createRegistrationStore(world.database),
  })
const invite = async () => (await registration().invite(admin)) ?? ''

/** What the platform's administrator opens. */
async function register(over: { invite?: string; configuration?: string; token?: string } = {}) {
  const query = new URLSearchParams({
    openid_configuration: over.configuration ?? `${platform.issuer}/.well-known/openid-configuration`,
    registration_token: over.token ?? (await platform.registrationToken()),
  })
  const response = await fetch(`${app.url}/lti/register/${over.invite ?? (await invite())}?${query}`)
  return { status: response.status, text: await response.text() }
}
const platforms = async () => (await world.deps.platforms.list(admin)) ?? []

/** A server that answers with these bodies, by path. */
async function answering(bodies: (address: string) => Record<string, [number, unknown]>) {
  const asked: string[] = []
  const server = createServer((request, response) => {
    const path = (request.url ?? '').split('?')[0] ?? ''
    asked.push(`${request.method} ${path}`)
    const [status, body] = bodies(address)[path] ?? [404, {}]
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(typeof body === 'string' ? body : JSON.stringify(body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    address,
    asked,
    stop() {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(resolve))
    },
  }
}

describe('a platform that registers this product by itself', () => {
  it('is listed with its deployment, and lets nobody in until an administrator turns it on', async () => {
    const done = await register()
    expect(done.status).toBe(200)
    expect(done.text).toContain('org.imsglobal.lti.close')
    const [found] = await platforms()
    const { tools } = await platform.pages()
    const [clientId = ''] = Object.keys(tools)
    expect(found).toMatchObject({
      name: expect.stringContaining('campus'),
      issuer: platform.issuer,
      clientId,
      active: false,
      authUrl: `${platform.issuer}/auth`,
      tokenUrl: `${platform.issuer}/token`,
      jwksUrl: `${platform.issuer}/jwks`,
      deployments: [{ deploymentId: tools[clientId]?.deploymentId }],
    })
    expect(tools[clientId]?.asked).toMatchObject({
      initiate_login_uri: `${app.url}/lti/login`,
      redirect_uris: [`${app.url}/lti/launch`],
      jwks_uri: `${app.url}/lti/jwks`,
      // Of those that we know, the platform's own.
      scope:
        'https://purl.imsglobal.org/spec/lti-ags/scope/lineitem https://purl.imsglobal.org/spec/lti-ags/scope/score',
    })
    const begin = () =>
      fetch(`${app.url}/lti/login`, {
        method: 'POST',
        redirect: 'manual',
        body: new URLSearchParams({
          iss: platform.issuer,
          client_id: clientId,
          login_hint: 'x',
          target_link_uri: app.url,
        }),
      })
    expect((await begin()).status).toBe(404)
    await world.deps.platforms.setActive({ viewer: admin, platformId: found?.id ?? '', active: true })
    expect((await begin()).status).toBe(303)
  })

  it('has one link for one registration, a day long, that only administrators make', async () => {
    const link = await invite()
    expect((await register({ invite: link })).status).toBe(200)
    const before = (await platforms()).length
    const token = await platform.registrationToken()
    expect((await register({ invite: link, token })).status).toBe(403)
    expect((await register({ invite: 'guessed' })).status).toBe(403)
    // The platform was not asked: its token still holds.
    const late = await invite()
    const tomorrow = () => new Date(Date.now() + INVITED_MS + 1000)
    const outcome = await registration(tomorrow).register({
      invite: late,
      configurationUrl: `${platform.issuer}/.well-known/openid-configuration`,
      registrationToken: token,
      origin: app.url,
    })
    expect(outcome).toMatchObject({ ok: false, error: { kind: 'invite' } })
    expect(await platforms()).toHaveLength(before)
    expect((await register({ token })).status).toBe(200)
    expect(
      await registration().invite({ id: await world.addPerson('instructor'), isAdmin: false }),
    ).toBeNull()
  })

  it('is refused with a used token of the platform, and may try again with another', async () => {
    const token = await platform.registrationToken()
    expect((await register({ token })).status).toBe(200)
    const before = (await platforms()).length
    const link = await invite()
    expect((await register({ invite: link, token })).status).toBe(403)
    expect(await platforms()).toHaveLength(before)
    expect((await register({ invite: link })).status).toBe(200)
  })

  it('can not take the name of another issuer', async () => {
    const liar = await answering((address) => ({
      '/openid': [
        200,
        {
          issuer: platform.issuer,
          authorization_endpoint: `${address}/auth`,
          token_endpoint: `${address}/token`,
          jwks_uri: `${address}/jwks`,
          registration_endpoint: `${address}/register`,
        },
      ],
    }))
    const before = (await platforms()).length
    const refused = await register({ configuration: `${liar.address}/openid` })
    expect(refused.status).toBe(403)
    expect(refused.text).toContain('another host')
    expect(refused.text).not.toContain('lti.close')
    expect(liar.asked).toEqual(['GET /openid'])
    expect(await platforms()).toHaveLength(before)
    await liar.stop()
  })

  it('can not sign for an issuer whose people come by other keys', async () => {
    const add = (clientId: string, jwksUrl: string) =>
      world.deps.platforms.add({
        viewer: admin,
        platform: {
          name: 'Shared',
          issuer: 'https://shared.example.test',
          clientId,
          authUrl: 'https://shared.example.test/auth',
          tokenUrl: 'https://shared.example.test/token',
          tokenAudience: null,
          jwksUrl,
          frameOrigins: [],
        },
        deploymentId: null,
        now: new Date(),
      })
    expect(await add('one', 'https://shared.example.test/jwks')).toBe('done')
    expect(await add('two', 'https://shared.example.test/jwks')).toBe('done')
    expect(await add('three', 'https://evil.example.test/jwks')).toBe('other-keys')
    expect(await add('one', 'https://evil.example.test/jwks')).toBe('other-keys')
  })

  it('is told what is wrong with its configuration', async () => {
    const server = await answering(() => ({ '/text': [200, 'no JSON'], '/half': [200, { issuer: 'x' }] }))
    for (const path of ['/text', '/half', '/missing'])
      expect((await register({ configuration: `${server.address}${path}` })).status).toBe(403)
    expect((await register({ configuration: 'file:///etc/passwd' })).status).toBe(400)
    await server.stop()
  })
})

describe('the connection check', () => {
  const good = () => ({
    issuer: 'https://lms.example.edu',
    clientId: '7',
    tokenAudience: null,
    authUrl: `${platform.issuer}/auth`,
    tokenUrl: `${platform.issuer}/token`,
    jwksUrl: `${platform.issuer}/jwks`,
  })
  const check = (over: Partial<ReturnType<typeof good>> = {}, now = () => new Date(), own?: string) =>
    checkConnection(
      {
        clock: { now },
        allowInside: true,
        keys: { sign: async () => 'signed' },
        ownAddress: own,
        fetch: (address, init) =>
          // No network in tests: the issuer alone lies outside.
          String(address) === 'https://lms.example.edu'
            ? Promise.resolve(new Response())
            : fetch(address, init),
      },
      { ...good(), ...over },
    )
  const codes = async (...of: Parameters<typeof check>) => (await check(...of)).map(({ code }) => code)

  it('says of each part that it is good', async () => {
    const server = await answering(() => ({
      '/token': [200, { access_token: 'x' }],
      '/auth': [400, {}],
    }))
    const lines = await check(
      { tokenUrl: `${server.address}/token`, authUrl: `${server.address}/auth` },
      undefined,
      'https://exams.example.edu',
    )
    expect(lines.map(({ code }) => code)).toEqual([
      'own-good',
      'issuer-good',
      'keys-good',
      'clock-good',
      'auth-good',
      'token-good',
    ])
    expect(lines.every((line) => line.good)).toBe(true)
    await server.stop()
  })

  it('says what is wrong', async () => {
    const server = await answering(() => ({
      '/text': [200, '<html>'],
      '/none': [200, { keys: [{ kty: 'EC', kid: '1' }] }],
      '/token': [401, { error: 'invalid_client' }],
      '/empty': [200, {}],
    }))
    const at = (path: string) => `${server.address}${path}`
    expect(await codes({}, undefined, 'http://exams.example.edu')).toContain('own-http')
    expect(await codes()).toContain('own-unset')
    expect(await codes({ issuer: platform.issuer })).toContain('issuer-http')
    expect(await codes({ jwksUrl: at('/text') })).toContain('keys-unreadable')
    expect(await codes({ jwksUrl: at('/none') })).toContain('keys-unusable')
    expect(await codes({ jwksUrl: at('/missing') })).toContain('keys-status')
    expect(await codes({ authUrl: at('/missing') })).toContain('auth-status')
    expect(await codes({ tokenUrl: at('/empty') })).toContain('token-unreadable')
    expect(await check({ tokenUrl: at('/token') })).toContainEqual({
      code: 'token-refused',
      good: false,
      facts: { status: 401, error: 'invalid_client' },
    })
    await server.stop()
    expect(await check({ jwksUrl: at('/none') })).toContainEqual({
      code: 'keys-unreachable',
      good: false,
      facts: { why: expect.stringMatching(/ECONN|UND_ERR/) },
    })
  })

  it('compares the clocks', async () => {
    const behind = () => new Date(Date.now() - 60_000)
    const found = (await check({}, behind)).find(({ code }) => code === 'clock-off')
    expect(Number(found?.facts.seconds)).toBeGreaterThanOrEqual(58)
    expect(Number(found?.facts.seconds)).toBeLessThanOrEqual(62)
  })
})
