import { randomBytes } from 'node:crypto'
import type { Call, Stream } from './road'

/** Pages of a sentence or two for people on their way in or out, in both languages, before any page of the product. */

export interface Sentence {
  readonly ko: string
  readonly en: string
}

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)

export const inBoth = ({ ko, en }: Sentence): string => `<p lang="ko">${ko}</p><p lang="en">${en}</p>`

const STYLE =
  'body{font:16px/1.5 system-ui,"Noto Sans KR",sans-serif;max-width:36rem;margin:2rem auto;padding:0 1rem;color:#1c2430;background:#fff}' +
  'a.button,button{display:inline-block;font:inherit;padding:.7rem 1.1rem;border:0;border-radius:.5rem;background:#1d4ed8;color:#fff;text-decoration:none;cursor:pointer}' +
  'button:disabled{opacity:.55}[hidden]{display:none}'

/**
 * Such a page. Its only script is `script`, which finds what it needs in `data` (document.body.dataset.given, as JSON).
 * @param body markup: what is not ours in it has to be escaped
 * @param formTo where its form may go, beside this server
 */
export async function simplePage(
  { services, request }: Call,
  page: {
    readonly status: number
    readonly body: string
    readonly script?: string
    readonly data?: object
    readonly formTo?: string
    readonly cookies?: readonly string[]
  },
): Promise<Stream> {
  const nonce = randomBytes(16).toString('base64')
  const ancestors = await services.frames().ancestorsOf(request.url ?? '/')
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    "connect-src 'self'",
    "base-uri 'none'",
    `form-action 'self'${page.formTo === undefined ? '' : ` ${page.formTo}`}`,
    `frame-ancestors ${ancestors}`,
  ].join('; ')
  const given = page.data === undefined ? '' : ` data-given="${escapeHtml(JSON.stringify(page.data))}"`
  const script = page.script === undefined ? '' : `<script nonce="${nonce}">${page.script}</script>`
  const text = `<!doctype html><html lang="ko"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>quizgrad</title><style nonce="${nonce}">${STYLE}</style></head><body${given}>${page.body}${script}</body></html>`
  return {
    stream: (response) =>
      void response
        .writeHead(page.status, {
          'content-type': 'text/html; charset=utf-8',
          'cache-control': 'no-store',
          'content-security-policy': policy,
          'referrer-policy': 'same-origin',
          'x-content-type-options': 'nosniff',
          ...(ancestors === "'none'" && { 'x-frame-options': 'DENY' }),
          ...(page.cookies && { 'set-cookie': [...page.cookies] }),
        })
        .end(text),
  }
}

export const redirect = (location: string, cookies: readonly string[]): Stream => ({
  stream: (response) =>
    void response
      .writeHead(303, {
        location,
        'set-cookie': [...cookies],
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
      })
      .end(),
})

export type Words =
  | 'invalid'
  | 'unknown'
  | 'state'
  | 'refused'
  | 'deployment'
  | 'not-ready'
  | 'instructors-only'
  | 'code'
  | 'ended'
const words: Readonly<Record<Words, Sentence & { readonly status: number }>> = {
  invalid: {
    status: 400,
    ko: 'LMS에서 온 요청에 필요한 값이 빠졌습니다.',
    en: 'The request from the LMS lacks something that it needs.',
  },
  unknown: {
    status: 404,
    ko: '이 LMS는 등록되어 있지 않습니다. 관리자에게 알려 주세요.',
    en: 'This LMS is not registered here. Please tell the administrator.',
  },
  state: {
    status: 400,
    ko: '로그인을 마치지 못했습니다. 시간이 지났거나 브라우저가 쿠키를 막았습니다. LMS에서 새 창으로 다시 열어 주세요.',
    en: 'The login could not be completed: it took too long, or the browser keeps cookies back. Open it again from the LMS, in a new window.',
  },
  refused: {
    status: 403,
    ko: '로그인이 거부되었습니다. LMS에서 다시 열고, 계속되면 관리자에게 알려 주세요.',
    en: 'The login was refused. Open it again from the LMS; if that does not help, please tell the administrator.',
  },
  deployment: {
    status: 403,
    ko: '관리자가 이 LMS 배치를 아직 승인하지 않았습니다.',
    en: 'The administrator has not approved this deployment of the LMS yet.',
  },
  'not-ready': {
    status: 404,
    ko: '교수자가 아직 이 링크에 시험을 연결하지 않았습니다.',
    en: 'The instructor has not chosen an exam for this link yet.',
  },
  'instructors-only': {
    status: 403,
    ko: '강의에 넣을 시험은 교수자만 고를 수 있습니다.',
    en: 'Only instructors choose exams for a course.',
  },
  code: {
    status: 403,
    ko: '이 창을 여는 시간이 지났거나 이미 열었습니다. LMS에서 다시 열어 주세요.',
    en: 'The time for opening this window has passed, or it was opened already. Open it again from the LMS.',
  },
  ended: {
    status: 403,
    ko: '여기서의 로그인이 끝났거나 브라우저가 쿠키를 막았습니다. LMS에서 다시 열어 주세요.',
    en: 'Your login here has ended, or the browser keeps cookies back. Open it again from the LMS.',
  },
}

/** A page of a sentence, with nothing in it that was sent. */
export const tell = (call: Call, what: Words): Promise<Stream> =>
  simplePage(call, { status: words[what].status, body: inBoth(words[what]) })
