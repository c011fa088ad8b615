// What people see of the platform: a course page with the tool in a frame, the login that posts a form, the window that keeps
// values for tools, the dialog that chooses content, and the registration of tools. LTI Core 1.3, Security Framework
// 1.0, Deep Linking 2.0, Dynamic Registration 1.0, and the postMessage storage of 1EdTech.
import { randomUUID } from 'node:crypto'
import { createRemoteJWKSet, jwtVerify } from 'jose'

const claim = (name) => `https://purl.imsglobal.org/spec/lti/claim/${name}`
const dl = (name) => `https://purl.imsglobal.org/spec/lti-dl/claim/${name}`
const AGS = 'https://purl.imsglobal.org/spec/lti-ags/scope/'
const TOOL_CONFIGURATION = 'https://purl.imsglobal.org/spec/lti-tool-configuration'

/** Tools by client id: {loginUrl, redirectUris, targetUrl, jwksUrl, deploymentId}. */
const tools = new Map()
/** People by id: {name, roles}. */
const people = new Map()
/** Links by id: {title, contextId, url?, custom?}. */
const links = new Map()
/** What the tool has chosen, as it came. */
const chosen = []
const registrationTokens = new Set()
let answersStorage = true

const escaped = (text) => String(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
const hidden = (fields) =>
  Object.entries(fields)
    .map(([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`)
    .join('')

/** Keeps values for tools, each for the origin that left them: {subject, message_id, key, value}. */
const STORAGE = `
const kept = new Map()
addEventListener('message', ({ data, origin, source }) => {
  if (!data || !['lti.put_data', 'lti.get_data'].includes(data.subject)) return
  const key = origin + ' ' + data.key
  if (data.subject === 'lti.put_data') kept.set(key, data.value)
  const { message_id } = data
  source.postMessage(
    { subject: data.subject + '.response', message_id, key: data.key, value: kept.get(key) },
    origin,
  )
})
`

/** Hears what a frame tells it, and shows it. */
const HEAR = `
addEventListener('message', ({ data }) => {
  if (data && data.subject === 'org.imsglobal.lti.close') document.getElementById('heard').textContent = 'closed'
})
`

/**
 * Answers what belongs here. @returns false where it is for somebody else
 * @param platform {issuer, sign(claims) → token, body(request) → text}
 */
export async function answerBrowser(request, response, platform) {
  const { issuer } = platform
  const url = new URL(request.url, issuer)
  const json = (value, status = 200) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
    return true
  }
  const page = (body) => {
    response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
      .end(
        `<!doctype html><html lang="en"><meta charset="utf-8"><title>Campus</title><body>${body}</body></html>`,
      )
    return true
  }
  const refuse = (status, error) => json({ error }, status)
  /** A frame that begins a launch by a posted form (Security Framework, 5.1.1.1). */
  const frame = (clientId, personId, hint, storage) => {
    const tool = tools.get(clientId)
    const fields = {
      iss: issuer,
      client_id: clientId,
      login_hint: personId,
      lti_deployment_id: tool.deploymentId,
      target_link_uri: links.get(hint.link)?.url ?? tool.targetUrl,
      lti_message_hint: JSON.stringify(hint),
      ...(storage && { lti_storage_target: 'lti_storage' }),
    }
    return `${storage ? '<iframe name="lti_storage" src="/storage" hidden></iframe>' : ''}
      <iframe name="tool" title="Tool" width="1200" height="900" allow="clipboard-write"></iframe>
      <form id="begin" method="post" action="${escaped(tool.loginUrl)}" target="tool">${hidden(fields)}</form>
      <p id="heard"></p><script>${HEAR}
      addEventListener('load', () => document.getElementById('begin').submit())</script>`
  }

  if (url.pathname === '/browser/setup') {
    const sent = JSON.parse(await platform.body(request))
    for (const [id, tool] of Object.entries(sent.tools ?? {})) tools.set(id, tool)
    for (const [id, person] of Object.entries(sent.people ?? {})) people.set(id, person)
    for (const [id, link] of Object.entries(sent.links ?? {})) links.set(id, link)
    if (sent.answersStorage !== undefined) answersStorage = sent.answersStorage
    return json({})
  }
  if (url.pathname === '/browser/state')
    return json({ tools: Object.fromEntries(tools), links: Object.fromEntries(links), chosen })
  if (url.pathname === '/browser/registration-token') {
    const token = randomUUID()
    registrationTokens.add(token)
    return json({ token })
  }

  if (['/course', '/dialog'].includes(url.pathname) && !tools.has(url.searchParams.get('client')))
    return refuse(404, 'unknown_tool')
  if (url.pathname === '/course') {
    const { client, person, link, storage } = Object.fromEntries(url.searchParams)
    return page(`<h1>Course</h1>${frame(client, person, { link }, storage === '1')}`)
  }
  if (url.pathname === '/dialog') {
    const { client, person, context } = Object.fromEntries(url.searchParams)
    return page(`<h1>Choose content</h1>${frame(client, person, { dialog: context }, false)}`)
  }
  if (url.pathname === '/storage') return page(answersStorage ? `<script>${STORAGE}</script>` : '')

  if (url.pathname === '/auth') {
    const asked = Object.fromEntries(
      request.method === 'POST' ? new URLSearchParams(await platform.body(request)) : url.searchParams,
    )
    const tool = tools.get(asked.client_id)
    if (!tool) return refuse(400, 'unauthorized_client')
    if (!tool.redirectUris.includes(asked.redirect_uri)) return refuse(400, 'invalid_redirect_uri')
    const fixed = { scope: 'openid', response_type: 'id_token', response_mode: 'form_post', prompt: 'none' }
    for (const [name, value] of Object.entries(fixed))
      if (asked[name] !== value) return refuse(400, `invalid_request: ${name}`)
    if (!asked.state || !asked.nonce) return refuse(400, 'invalid_request: state, nonce')
    const person = people.get(asked.login_hint)
    if (!person) return refuse(400, 'login_required')
    const hint = JSON.parse(asked.lti_message_hint)
    const link = links.get(hint.link)
    const now = Math.floor(Date.now() / 1000)
    const message = link
      ? {
          [claim('message_type')]: 'LtiResourceLinkRequest',
          [claim('target_link_uri')]: link.url ?? tool.targetUrl,
          [claim('resource_link')]: { id: hint.link, title: link.title },
          [claim('context')]: { id: link.contextId, title: link.contextId },
          [claim('launch_presentation')]: { document_target: 'iframe' },
          ...(link.custom && { [claim('custom')]: link.custom }),
          'https://purl.imsglobal.org/spec/lti-ags/claim/endpoint': {
            scope: ['lineitem', 'result.readonly', 'score'].map((scope) => AGS + scope),
            lineitems: `${issuer}/contexts/${link.contextId}/lineitems`,
          },
        }
      : {
          [claim('message_type')]: 'LtiDeepLinkingRequest',
          [claim('target_link_uri')]: tool.targetUrl,
          [claim('context')]: { id: hint.dialog, title: hint.dialog },
          [dl('deep_linking_settings')]: {
            deep_link_return_url: `${issuer}/deep-link-return/${hint.dialog}?client=${asked.client_id}`,
            accept_types: ['link', 'ltiResourceLink'],
            accept_presentation_document_targets: ['iframe', 'window'],
            accept_multiple: false,
            accept_lineitem: true,
            data: `opaque "data" & more`,
          },
        }
    const token = await platform.sign({
      iss: issuer,
      aud: asked.client_id,
      sub: asked.login_hint,
      iat: now,
      exp: now + 60,
      nonce: asked.nonce,
      name: person.name,
      [claim('version')]: '1.3.0',
      [claim('deployment_id')]: tool.deploymentId,
      [claim('roles')]: person.roles,
      ...message,
    })
    return page(
      `<form method="post" action="${escaped(asked.redirect_uri)}">${hidden({ id_token: token, state: asked.state })}</form>
      <script>document.forms[0].submit()</script>`,
    )
  }

  if (url.pathname.startsWith('/deep-link-return/')) {
    const contextId = url.pathname.split('/')[2]
    const clientId = url.searchParams.get('client')
    const tool = tools.get(clientId)
    const jwt = new URLSearchParams(await platform.body(request)).get('JWT') ?? ''
    try {
      const { payload, protectedHeader } = await jwtVerify(jwt, createRemoteJWKSet(new URL(tool.jwksUrl)), {
        algorithms: ['RS256'],
        issuer: clientId,
        audience: issuer,
        requiredClaims: ['exp', 'iat', 'nonce'],
      })
      chosen.push({ payload, kid: protectedHeader.kid })
      for (const item of payload[dl('content_items')] ?? []) {
        if (item.type !== 'ltiResourceLink') continue
        links.set(`chosen-${links.size}`, {
          title: item.title,
          contextId,
          url: item.url,
          custom: item.custom,
        })
      }
      return page('<p id="returned">The link was added.</p>')
    } catch (error) {
      return refuse(400, String(error))
    }
  }

  if (url.pathname === '/.well-known/openid-configuration')
    return json({
      issuer,
      authorization_endpoint: `${issuer}/auth`,
      token_endpoint: `${issuer}/token`,
      token_endpoint_auth_methods_supported: ['private_key_jwt'],
      token_endpoint_auth_signing_alg_values_supported: ['RS256'],
      jwks_uri: `${issuer}/jwks`,
      registration_endpoint: `${issuer}/register`,
      scopes_supported: [
        'openid',
        'https://purl.imsglobal.org/spec/lti-ags/scope/score',
        'https://purl.imsglobal.org/spec/lti-ags/scope/lineitem',
      ],
      response_types_supported: ['id_token'],
      subject_types_supported: ['public', 'pairwise'],
      id_token_signing_alg_values_supported: ['RS256'],
      claims_supported: ['sub', 'iss', 'name'],
      'https://purl.imsglobal.org/spec/lti-platform-configuration': {
        product_family_code: 'campus',
        version: '1.0',
        messages_supported: [{ type: 'LtiResourceLinkRequest' }, { type: 'LtiDeepLinkingRequest' }],
        variables: [],
      },
    })
  if (url.pathname === '/register') {
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1]
    // One use, whatever comes of it.
    if (!registrationTokens.delete(token)) return refuse(401, 'invalid_token')
    const asked = JSON.parse(await platform.body(request))
    const needed = ['application_type', 'initiate_login_uri', 'jwks_uri', 'client_name', 'redirect_uris']
    const missing = needed.find((name) => !asked[name])
    if (missing || !asked[TOOL_CONFIGURATION]?.target_link_uri)
      return refuse(400, `invalid_client_metadata: ${missing ?? 'target_link_uri'}`)
    if (asked.token_endpoint_auth_method !== 'private_key_jwt') return refuse(400, 'invalid_client_metadata')
    const clientId = `registered-${tools.size + 1}`
    const deploymentId = `deployment-${tools.size + 1}`
    tools.set(clientId, {
      loginUrl: asked.initiate_login_uri,
      redirectUris: asked.redirect_uris,
      targetUrl: asked[TOOL_CONFIGURATION].target_link_uri,
      jwksUrl: asked.jwks_uri,
      deploymentId,
      asked,
    })
    return json({
      ...asked,
      client_id: clientId,
      [TOOL_CONFIGURATION]: { ...asked[TOOL_CONFIGURATION], deployment_id: deploymentId },
    })
  }
  if (url.pathname === '/registration') {
    // The administrator of the platform has pasted the tool's registration address.
    const to = new URL(url.searchParams.get('tool'))
    const token = randomUUID()
    registrationTokens.add(token)
    to.searchParams.set('openid_configuration', `${issuer}/.well-known/openid-configuration`)
    to.searchParams.set('registration_token', token)
    return page(`<h1>Registration</h1><iframe name="tool" src="${escaped(to.href)}"></iframe>
      <p id="heard"></p><script>${HEAR}</script>`)
  }
  return false
}
