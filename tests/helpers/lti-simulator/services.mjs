// The services of the platform for tests: tokens (Security Framework 1.0, 4.1), line items, scores and results (AGS
// 2.0), memberships (NRPS 2.0). As strict as the specifications, and as unreliable as it is told to be.
import { randomUUID } from 'node:crypto'
import { createRemoteJWKSet, jwtVerify } from 'jose'

const AGS = 'https://purl.imsglobal.org/spec/lti-ags/scope/'
const NRPS = 'https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly'
const SCOPES = [
  ...['score', 'result.readonly', 'lineitem', 'lineitem.readonly'].map((each) => AGS + each),
  NRPS,
]
const ZONED = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/
const ACTIVITY = ['Initialized', 'Started', 'InProgress', 'Submitted', 'Completed']
const GRADING = ['FullyGraded', 'Pending', 'PendingManual', 'Failed', 'NotReady']

const fresh = () => ({
  /** clientId: {jwksUrl} */
  tools: {},
  audience: null,
  tokenSeconds: 3600,
  refuseTokens: false,
  refuseScores: 0,
  members: [],
  pageSize: 50,
  brokenPage: 0,
  /** Where the link to the next page leads instead; {self}: to the page itself. */
  nextPage: null,
  /** How it misbehaves: shares of requests, and a clock that goes wrong by so much. */
  chaos: { seed: 1, errors: 0, lost: 0, slow: 0, twice: 0, skewMs: 0 },
})
let setup = fresh()
let lineItems = []
let tokens = new Map()
let jtis = new Set()
let counts = {}
let random = mulberry32(1)

/** A small seeded generator: the same seed breaks the same requests. */
function mulberry32(seed) {
  let a = seed
  return () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}
const chance = (share) => share > 0 && random() < share
const now = () => Date.now() + setup.chaos.skewMs

class Refused extends Error {
  constructor(status, error, headers = {}) {
    super(error)
    Object.assign(this, { status, error, headers })
  }
}

async function token(text, contentType, origin) {
  if (!contentType.startsWith('application/x-www-form-urlencoded')) throw new Refused(400, 'invalid_request')
  const form = new URLSearchParams(text)
  if (form.get('grant_type') !== 'client_credentials') throw new Refused(400, 'unsupported_grant_type')
  if (form.get('client_assertion_type') !== 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer')
    throw new Refused(400, 'invalid_request')
  if (setup.refuseTokens) throw new Refused(400, 'invalid_client')
  const assertion = form.get('client_assertion') ?? ''
  const { iss } = JSON.parse(Buffer.from(assertion.split('.')[1] ?? '', 'base64url').toString() || '{}')
  const tool = setup.tools[iss]
  if (!tool) throw new Refused(400, 'invalid_client')
  const { payload, protectedHeader } = await jwtVerify(
    assertion,
    createRemoteJWKSet(new URL(tool.jwksUrl), { cooldownDuration: 0 }),
    {
      algorithms: ['RS256'],
      issuer: iss,
      subject: iss,
      audience: setup.audience ?? `${origin}/token`,
      requiredClaims: ['exp', 'iat', 'jti'],
      currentDate: new Date(now()),
      clockTolerance: 60,
    },
  ).catch(() => {
    throw new Refused(400, 'invalid_client')
  })
  if (!protectedHeader.kid || payload.exp - payload.iat > 300 || jtis.has(payload.jti))
    throw new Refused(400, 'invalid_client')
  jtis.add(payload.jti)
  const scopes = (form.get('scope') ?? '').split(' ').filter((each) => SCOPES.includes(each))
  if (scopes.length === 0) throw new Refused(400, 'invalid_scope')
  const value = randomUUID()
  tokens.set(value, { scopes, until: now() + setup.tokenSeconds * 1000 })
  return {
    json: {
      access_token: value,
      token_type: 'Bearer',
      expires_in: setup.tokenSeconds,
      scope: scopes.join(' '),
    },
  }
}

function allow(request, ...scopes) {
  const found = tokens.get((request.headers.authorization ?? '').replace(/^Bearer /, ''))
  if (!found || found.until < now()) throw new Refused(401, 'invalid_token')
  if (!scopes.some((each) => found.scopes.includes(each))) throw new Refused(403, 'insufficient_scope')
}

const typeOf = (request) => (request.headers['content-type'] ?? '').split(';')[0].trim()

/** A page of a list; the link to the next is written as one platform writes it. */
function page(list, url) {
  const at = Number(url.searchParams.get('page') ?? 0)
  const size = Number(url.searchParams.get('limit') ?? setup.pageSize)
  const more = (at + 1) * size < list.length
  url.searchParams.set('page', at + 1)
  const headers = more ? { link: `<${url.href.replaceAll('&', '&amp;')}>; rel=\u201cnext\u201d` } : {}
  return { part: list.slice(at * size, (at + 1) * size), at, headers }
}

const shown = ({ scores: _, ...item }) => item

function makeLineItem(request, text, context, origin) {
  allow(request, `${AGS}lineitem`)
  if (typeOf(request) !== 'application/vnd.ims.lis.v2.lineitem+json') throw new Refused(415, 'type')
  const { label, scoreMaximum, resourceId, resourceLinkId, tag } = JSON.parse(text)
  if (typeof label !== 'string' || !(scoreMaximum > 0)) throw new Refused(400, 'line item')
  const item = {
    id: `${origin}/contexts/${context}/lineitems/${lineItems.length + 1}/lineitem?type_id=1`,
    label,
    scoreMaximum,
    resourceId,
    resourceLinkId,
    tag,
    context,
    scores: {},
  }
  lineItems.push(item)
  return { status: 201, json: shown(item) }
}

function takeScore(request, text, item) {
  allow(request, `${AGS}score`)
  if (typeOf(request) !== 'application/vnd.ims.lis.v1.score+json') throw new Refused(400, 'type')
  if (setup.refuseScores) throw new Refused(setup.refuseScores, 'refused')
  const sent = JSON.parse(text)
  const points = 'scoreGiven' in sent || 'scoreMaximum' in sent
  if (points && !(sent.scoreGiven >= 0 && sent.scoreMaximum > 0)) throw new Refused(400, 'points')
  if (!ACTIVITY.includes(sent.activityProgress) || !GRADING.includes(sent.gradingProgress))
    throw new Refused(400, 'progress')
  if (!setup.members.some(({ user_id }) => user_id === sent.userId)) throw new Refused(400, 'unknown user')
  if (!ZONED.test(sent.timestamp ?? '')) throw new Refused(400, 'timestamp')
  const second = Math.floor(Date.parse(sent.timestamp) / 1000)
  if (second * 1000 > now() + 5 * 60_000) throw new Refused(400, 'timestamp in the future')
  item.scores[sent.userId] ??= { second: 0, posts: 0 }
  const own = item.scores[sent.userId]
  if (second <= own.second) throw new Refused(409, 'timestamp')
  Object.assign(own, { second, posts: own.posts + 1, last: sent })
  // Only what is final shows.
  if (sent.gradingProgress === 'FullyGraded' && points)
    own.result = (Math.min(sent.scoreGiven, sent.scoreMaximum) / sent.scoreMaximum) * item.scoreMaximum
  return { status: 204 }
}

function results(request, url, item) {
  allow(request, `${AGS}result.readonly`)
  const user = url.searchParams.get('user_id')
  const list = Object.entries(item.scores)
    .filter(([id, { result }]) => result !== undefined && (user === null || id === user))
    .map(([userId, { result }]) => ({
      id: `${item.id}&result=${userId}`,
      userId,
      resultScore: result,
      resultMaximum: item.scoreMaximum,
      scoreOf: item.id,
    }))
  const { part, headers } = page(list, url)
  return { json: part, headers, type: 'application/vnd.ims.lis.v2.resultcontainer+json' }
}

function memberships(request, url, context) {
  allow(request, NRPS)
  if (!(request.headers.accept ?? '').includes('application/vnd.ims.lti-nrps.v2.membershipcontainer+json'))
    throw new Refused(406, 'accept')
  const self = url.href
  const { part, at, headers } = page(setup.members, url)
  if (setup.nextPage) headers.link = `<${setup.nextPage.replace('{self}', self)}>; rel="next"`
  if (setup.brokenPage && at + 1 === setup.brokenPage) throw new Refused(500, 'page')
  return {
    json: { id: url.href, context: { id: context }, members: part },
    headers,
    type: 'application/vnd.ims.lti-nrps.v2.membershipcontainer+json',
  }
}

async function route(request, text, url) {
  const { origin } = url
  if (url.pathname === '/token' && request.method === 'POST')
    return token(text, request.headers['content-type'] ?? '', origin)
  const [, , context, kind, number, , what] = url.pathname.split('/')
  if (kind === 'memberships') return memberships(request, url, context)
  if (number === undefined) {
    if (request.method === 'POST') return makeLineItem(request, text, context, origin)
    allow(request, `${AGS}lineitem`, `${AGS}lineitem.readonly`)
    const list = lineItems
      .filter((item) => item.context === context)
      .filter((item) =>
        [
          ['resource_link_id', 'resourceLinkId'],
          ['resource_id', 'resourceId'],
          ['tag', 'tag'],
        ].every(([query, key]) => !url.searchParams.has(query) || url.searchParams.get(query) === item[key]),
      )
      .map(shown)
    const { part, headers } = page(list, url)
    return { json: part, headers, type: 'application/vnd.ims.lis.v2.lineitemcontainer+json' }
  }
  const item = lineItems[Number(number) - 1]
  if (!item || url.searchParams.get('type_id') !== '1') throw new Refused(400, 'line item')
  if (what === 'scores' && request.method === 'POST') return takeScore(request, text, item)
  if (what === 'results') return results(request, url, item)
  throw new Refused(404, 'not found')
}

function control(path, sent) {
  switch (path) {
    case '/services/setup':
      setup = { ...setup, ...sent, chaos: { ...setup.chaos, ...sent.chaos } }
      if (sent.chaos?.seed) random = mulberry32(sent.chaos.seed)
      return {}
    case '/services/reset':
      ;[setup, lineItems, tokens, jtis, counts] = [fresh(), [], new Map(), new Set(), {}]
      return {}
    case '/services/revoke':
      tokens.clear()
      return {}
    case '/services/grade':
      // By hand, in the gradebook.
      lineItems[sent.item ?? 0].scores[sent.userId] ??= { second: 0, posts: 0 }
      lineItems[sent.item ?? 0].scores[sent.userId].result = sent.score ?? undefined
      return {}
    default:
      return { lineItems, counts, jtis: jtis.size }
  }
}

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

/** Answers what belongs to the services; false: it is for somebody else. */
export async function answerServices(request, response) {
  const url = new URL(request.url, `http://${request.headers.host}`)
  if (!/^\/(services|token|contexts)(\/|$)/.test(url.pathname)) return false
  let text = ''
  for await (const piece of request) text += piece
  if (url.pathname.startsWith('/services/')) {
    response.writeHead(200).end(JSON.stringify(control(url.pathname, text === '' ? {} : JSON.parse(text))))
    return true
  }
  const { chaos } = setup
  if (chance(chaos.slow)) await pause(80)
  if (chance(chaos.errors)) {
    const busy = chance(0.5)
    counts.errors = (counts.errors ?? 0) + 1
    response.writeHead(busy ? 429 : 503, busy ? { 'retry-after': '0' } : {}).end()
    return true
  }
  let answer
  try {
    answer = await route(request, text, url)
    // A proxy in between asks twice and passes the second answer on.
    if (url.pathname.endsWith('/scores') && chance(chaos.twice))
      answer = await route(request, text, new URL(url))
  } catch (error) {
    if (!(error instanceof Refused)) console.error(error)
    answer = { status: error.status ?? 500, json: { error: error.error ?? 'internal' } }
  }
  const name = `${request.method} ${url.pathname.split('/').at(-1)} ${answer.status ?? 200}`
  counts[name] = (counts[name] ?? 0) + 1
  if (chance(chaos.lost)) {
    // It is stored, and nobody hears of it.
    counts.lost = (counts.lost ?? 0) + 1
    response.destroy()
    return true
  }
  // Header values are bytes; typographic quotes come as UTF-8.
  const headers = Object.fromEntries(
    Object.entries(answer.headers ?? {}).map(([key, value]) => [key, Buffer.from(value).toString('latin1')]),
  )
  response
    .writeHead(answer.status ?? 200, { 'content-type': answer.type ?? 'application/json', ...headers })
    .end(answer.json === undefined ? undefined : JSON.stringify(answer.json))
  return true
}
