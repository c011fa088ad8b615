/** What this product is as a tool: the values that a platform asks for, typed by its administrator or registered by itself. */

export const SCOPES = [
  'https://purl.imsglobal.org/spec/lti-ags/scope/lineitem',
  'https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly',
  'https://purl.imsglobal.org/spec/lti-ags/scope/score',
  'https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly',
] as const
export const CLAIMS = ['sub', 'name', 'given_name', 'family_name'] as const

/** @param origin the address under which browsers reach the product */
export const toolAddresses = (origin: string) => ({
  loginUrl: `${origin}/lti/login`,
  redirectUrl: `${origin}/lti/launch`,
  targetUrl: `${origin}/`,
  deepLinkUrl: `${origin}/`,
  keysUrl: `${origin}/lti/jwks`,
})

/**
 * The registration that is posted to a platform (Dynamic Registration 1.0, 3.5).
 * @param platform its scopes, null where it names none, and which product it is
 */
export function toolRegistration(
  origin: string,
  platform: { readonly scopes: readonly string[] | null; readonly product: string | null },
) {
  const { loginUrl, redirectUrl, targetUrl, deepLinkUrl, keysUrl } = toolAddresses(origin)
  const description = 'Timed exams that are graded at once'
  return {
    application_type: 'web',
    response_types: ['id_token'],
    grant_types: ['implicit', 'client_credentials'],
    initiate_login_uri: loginUrl,
    redirect_uris: [redirectUrl],
    client_name: 'quizgrad',
    jwks_uri: keysUrl,
    token_endpoint_auth_method: 'private_key_jwt',
    scope: SCOPES.filter((scope) => platform.scopes?.includes(scope) ?? true).join(' '),
    'https://purl.imsglobal.org/spec/lti-tool-configuration': {
      domain: new URL(origin).host,
      description,
      'description#ko': '바로 채점되는 시간제한 시험',
      target_link_uri: targetUrl,
      claims: ['iss', ...CLAIMS],
      messages: [
        { type: 'LtiResourceLinkRequest' },
        {
          type: 'LtiDeepLinkingRequest',
          target_link_uri: deepLinkUrl,
          // Where instructors find it; Canvas has names of its own.
          placements:
            platform.product === 'canvas' ? ['assignment_selection', 'link_selection'] : ['ContentArea'],
          label: 'quizgrad exam',
          'label#ko': 'quizgrad 시험',
        },
      ],
    },
  }
}
