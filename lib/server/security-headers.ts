import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'

/**
 * Headers of every page. Scripts run only with the page's nonce (Next reads it from the request header and writes
 * it on its own tags); styles may stand in attributes, which KaTeX needs for its layout.
 * @param ancestors whose pages may show this one in a frame
 */
export function setSecurityHeaders(
  request: IncomingMessage,
  response: ServerResponse,
  { development, ancestors }: { readonly development: boolean; readonly ancestors: string },
): void {
  const nonce = randomBytes(16).toString('base64')
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${development ? ' ws:' : ''}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${ancestors}`,
  ].join('; ')
  request.headers['content-security-policy'] = policy
  response.setHeader('content-security-policy', policy)
  // The older header knows no list: it goes where nobody may frame the page.
  if (ancestors === "'none'") response.setHeader('x-frame-options', 'DENY')
  response.setHeader('x-content-type-options', 'nosniff')
  response.setHeader('referrer-policy', 'same-origin')
  response.setHeader('permissions-policy', 'camera=(), microphone=(), geolocation=()')
}
