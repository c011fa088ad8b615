import { type ExamAddresses, sebFile, startUrl } from './config-file'
import { configKey } from './config-key'
import { configsFor, type SebSettings } from './settings'

/** What a request says for itself: hashes of an address and a key, in hexadecimal digits. */
export interface SebProof {
  /** The absolute address that was asked for, without a fragment; its origin is ours as it is configured. */
  readonly url: string
  /** In headers that Safe Exam Browser puts on each request: over that very address. */
  readonly sent: readonly string[]
  /** Read by a page of ours in browsers that can send no such headers: over the page's address. */
  readonly read: readonly string[]
}

export const hasProof = ({ sent, read }: SebProof): boolean => sent.length > 0 || read.length > 0

/** Takes as long whatever differs. */
function same(a: string, b: string): boolean {
  if (a.length !== b.length) return false
  let differs = 0
  for (let i = 0; i < a.length; i += 1) differs |= a.charCodeAt(i) ^ b.charCodeAt(i)
  return differs === 0
}

/**
 * Whether a request comes from Safe Exam Browser as the exam's file sets it up, or from one whose Browser Exam Key the
 * instructor has given. Whoever has the file can compute the same: it makes cheating dearer, and proves nothing.
 * @param attempt the student's open attempt, or null where none has started
 * @param digest SHA-256 of a text in UTF-8, in hexadecimal digits
 */
export function isInside(
  settings: SebSettings,
  addresses: ExamAddresses,
  attempt: { readonly id: string; readonly startedAt: Date } | null,
  proof: SebProof,
  digest: (text: string) => string,
): boolean {
  const keys = [
    ...configsFor(settings, attempt?.startedAt ?? null).map((config) =>
      configKey(sebFile(config, addresses), digest),
    ),
    ...settings.browserExamKeys,
  ]
  const pages = [startUrl(addresses), ...(attempt ? [`${addresses.origin}/attempts/${attempt.id}`] : [])]
  const fits = (hashes: readonly string[], urls: readonly string[]): boolean =>
    hashes.length > 0 &&
    urls.some((url) =>
      keys.some((key) => {
        const right = digest(url + key)
        return hashes.some((hash) => same(hash, right))
      }),
    )
  return fits(proof.sent, [proof.url]) || fits(proof.read, pages)
}
