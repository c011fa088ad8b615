import type { Localized } from '@/lib/core/localized'

/**
 * What a reader made of the text typed so far, for showing back at once. It says how the text is read, never
 * whether it is right.
 */
export type Preview =
  | { readonly kind: 'empty' }
  /** Read to the end; `tex` shows it as understood. */
  | { readonly kind: 'formula'; readonly tex: string }
  /** Readable up to `at` (UTF-16 offset into the text as typed); `message` says what stands there and how to mend it. */
  | { readonly kind: 'problem'; readonly at: number; readonly message: Localized }
