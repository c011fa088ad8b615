// An OpenID Connect provider for tests, in a process of its own and with keys of its own; written against the
// specification and not against our client. It listens on loopback, prints its address, signs in whomever it is told
// to, and can forge.
import { createHash, randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose'

const CLIENT = 'quizgrad'
const SECRET = 'a secret of the client'

const pair = await generateKeyPair('RS256')
const stranger = await generateKeyPair('RS256')
const jwk = { ...(await exportJWK(pair.publicKey)), kid: 'key-1', alg: 'RS256', use: 'sig' }

/** Who signs in next, and how the token is forged. */
let next = { claims: {}, forge: null }
const codes = new Map()

const body = async (request) => {
  let text = ''
  for await (const piece of request) text += piece
  return text
}

async function idToken({ nonce, claims, forge }, issuer) {
  const now = Math.floor(Date.now() / 1000)
  const all = { iss: issuer, aud: CLIENT, iat: now, exp: now + 300, nonce, ...claims }
  // What is null is left out.
  for (const name of Object.keys(all)) if (all[name] === null) delete all[name]
  if (forge === 'alg-none') return new UnsecuredJWT(all).encode()
  if (forge === 'hs256')
    return new SignJWT(all)
      .setProtectedHeader({ alg: 'HS256' })
      .sign(new TextEncoder().encode(SECRET.padEnd(32, '.')))
  const key = forge === 'other-key' ? stranger.privateKey : pair.privateKey
  return new SignJWT(all).setProtectedHeader({ alg: 'RS256', kid: 'key-1' }).sign(key)
}

const server = createServer(async (request, response) => {
  const issuer = `http://127.0.0.1:${server.address().port}`
  const url = new URL(request.url, issuer)
  const json = (value, status = 200) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
  if (url.pathname === '/.well-known/openid-configuration')
    return json({
      // A discovery document that speaks for another issuer.
      issuer: next.forge === 'other-issuer' ? 'https://elsewhere.example.test' : issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/jwks`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
    })
  if (url.pathname === '/jwks') return json({ keys: [jwk] })
  if (url.pathname === '/next') {
    next = { claims: {}, forge: null, ...JSON.parse(await body(request)) }
    return json({})
  }
  if (url.pathname === '/authorize') {
    const asked = Object.fromEntries(url.searchParams)
    const fits =
      asked.client_id === CLIENT &&
      asked.response_type === 'code' &&
      asked.scope?.split(' ').includes('openid') &&
      asked.code_challenge_method === 'S256' &&
      asked.code_challenge &&
      asked.nonce &&
      asked.state
    if (!fits) return json({ error: 'invalid_request' }, 400)
    const code = randomUUID()
    codes.set(code, { ...asked, ...next })
    const back = new URL(asked.redirect_uri)
    back.searchParams.set('code', code)
    back.searchParams.set('state', asked.state)
    return response.writeHead(302, { location: back.href }).end()
  }
  if (url.pathname === '/token') {
    const sent = new URLSearchParams(await body(request))
    const basic = Buffer.from(
      (request.headers.authorization ?? '').replace('Basic ', ''),
      'base64',
    ).toString()
    if (basic !== `${CLIENT}:${encodeURIComponent(SECRET).replaceAll('%20', '+')}`)
      return json({ error: 'invalid_client' }, 401)
    const given = codes.get(sent.get('code'))
    // Used once.
    codes.delete(sent.get('code'))
    const challenge = createHash('sha256')
      .update(sent.get('code_verifier') ?? '')
      .digest('base64url')
    if (!given || challenge !== given.code_challenge || sent.get('redirect_uri') !== given.redirect_uri)
      return json({ error: 'invalid_grant' }, 400)
    return json({ access_token: randomUUID(), token_type: 'Bearer', id_token: await idToken(given, issuer) })
  }
  response.writeHead(404).end()
})
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`))
