/** The words under 'lms.problem' for what a platform's services answered, and the status that goes into them. */
export function lmsProblem(code: string): { readonly key: ProblemKey; readonly status: string } {
  const [, kind, status = ''] = /^(http|token-refused)-(\d+)$/.exec(code) ?? []
  if (kind === 'token-refused') return { key: 'token-refused', status }
  if (kind === 'http') return { key: byStatus(Number(status)), status }
  return { key: known.find((each) => each === code) ?? 'other', status: code }
}

const known = [
  'unreachable',
  'token-unreachable',
  'token-unreadable',
  'no-scope',
  'no-line-item',
  'no-points',
  'line-item-unreadable',
  'pages-in-a-circle',
  'page-elsewhere',
  'too-many-pages',
  'page-unreadable',
  'roster-empty',
  'no-roster',
] as const
type ProblemKey =
  | (typeof known)[number]
  | 'token-refused'
  | 'http-right'
  | 'http-gone'
  | 'http-order'
  | 'http-busy'
  | 'http-refused'
  | 'other'

function byStatus(status: number): ProblemKey {
  if (status === 401 || status === 403) return 'http-right'
  if (status === 404 || status === 410) return 'http-gone'
  if (status === 409) return 'http-order'
  return status === 408 || status === 429 || status >= 500 ? 'http-busy' : 'http-refused'
}
