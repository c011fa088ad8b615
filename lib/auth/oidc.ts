import type { OAuthConfig } from 'next-auth/providers/oauth'
import type { Identity, Subject } from './identities'

/** An OpenID Connect provider, as set by the environment. */
export interface OidcSettings {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** On the button. */
  readonly name: string
}

/** Its id in next-auth, and so in the redirect address that is registered with it: /api/auth/callback/oidc */
export const OIDC_PROVIDER = 'oidc'

/** What of the id_token is used. */
export interface OidcClaims {
  readonly iss: string
  readonly sub: string
  readonly name?: string
  readonly preferred_username?: string
  readonly email?: string
  readonly email_verified?: boolean
}

const withoutSlash = (issuer: string): string => issuer.replace(/\/$/, '')

/**
 * The provider for next-auth: the code flow with discovery, PKCE, state and nonce. The id_token has to be signed by
 * RS256 with a key of the provider; neither "none" nor a secret of ours is taken.
 */
export const oidcProvider = ({
  issuer,
  clientId,
  clientSecret,
  name,
}: OidcSettings): OAuthConfig<OidcClaims> => ({
  id: OIDC_PROVIDER,
  name,
  type: 'oauth',
  wellKnown: `${withoutSlash(issuer)}/.well-known/openid-configuration`,
  clientId,
  clientSecret,
  idToken: true,
  checks: ['pkce', 'state', 'nonce'],
  authorization: { params: { scope: 'openid email profile' } },
  client: { id_token_signed_response_alg: 'RS256' },
  profile: ({ sub }) => ({ id: sub }),
})

/**
 * Who the claims speak of; null where they are not by the issuer that was set: what the discovery document says of
 * itself does not count.
 */
export function subjectOf(claims: OidcClaims, issuer: string): Subject | null {
  if (withoutSlash(claims.iss) !== withoutSlash(issuer)) return null
  return {
    issuer: withoutSlash(issuer),
    sub: claims.sub,
    name: claims.name ?? claims.preferred_username ?? null,
    email: claims.email_verified === true ? (claims.email?.toLowerCase() ?? null) : null,
  }
}

/** What an identity's provider is called here. */
export const providerName = ({ kind, name }: Identity, oidc: OidcSettings | null): string =>
  kind === 'sso' && oidc !== null && name === withoutSlash(oidc.issuer) ? oidc.name : name
