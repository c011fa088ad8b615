// A learning management system for tests, in a process of its own and with keys of its own; written against the
// specifications and not against our tool. It listens on loopback, prints its address, and signs whatever it is asked to.
import { createServer } from 'node:http'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { answerBrowser } from './lti-simulator/browser.mjs'
import { answerServices } from './lti-simulator/services.mjs'

const keys = new Map()
async function newKey(kid) {
  const { publicKey, privateKey } = await generateKeyPair('RS256')
  keys.set(kid, {
    privateKey,
    jwk: { ...(await exportJWK(publicKey)), kid, alg: 'RS256', use: 'sig' },
    published: true,
  })
}
await newKey('key-1')

const textOf = async (request) => {
  let text = ''
  for await (const piece of request) text += piece
  return text
}
const body = async (request) => {
  const text = await textOf(request)
  return text === '' ? {} : JSON.parse(text)
}
const sign = (claims) =>
  new SignJWT(claims)
    .setProtectedHeader({ alg: 'RS256', kid: 'key-1', typ: 'JWT' })
    .sign(keys.get('key-1').privateKey)
/** Under another name than the tool's, browsers take it for another site. */
const host = process.argv[2] ?? '127.0.0.1'
let issuer = ''

const server = createServer(async (request, response) => {
  if (await answerServices(request, response)) return
  if (await answerBrowser(request, response, { issuer, sign, body: textOf })) return
  const json = (value) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value))
  if (request.url === '/jwks')
    return json({ keys: [...keys.values()].filter(({ published }) => published).map(({ jwk }) => jwk) })
  if (request.url === '/sign') {
    // {header, claims, kid}: claims as they are, signed by that key.
    const { header = {}, claims, kid = 'key-1' } = await body(request)
    const key = keys.get(kid)
    return json({
      token: await new SignJWT(claims)
        .setProtectedHeader({ alg: 'RS256', kid, typ: 'JWT', ...header })
        .sign(key.privateKey),
      publicKey: key.jwk,
    })
  }
  if (request.url === '/rotate') {
    // A new key; the old ones are published no more.
    const { kid } = await body(request)
    for (const key of keys.values()) key.published = false
    await newKey(kid)
    return json({})
  }
  if (request.url === '/hidden') {
    // A key that is never published.
    const { kid } = await body(request)
    await newKey(kid)
    keys.get(kid).published = false
    return json({})
  }
  response.writeHead(404).end()
})
server.listen(0, '127.0.0.1', () => {
  issuer = `http://${host}:${server.address().port}`
  console.log(issuer)
})
