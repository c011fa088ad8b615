import type { StoredResponse } from '@/lib/question/field'

/** A save as it is sent: repeated with the same id until the server has answered, so it has one effect. */
export interface Mutation {
  readonly mutationId: string
  /** Latest revision known when it was made. */
  readonly base: number
  readonly response: StoredResponse
  /** When it was typed, by the server's clock (ISO 8601): work typed in time counts while the grace lasts. */
  readonly typedAt: string
}

export type SaveReply =
  | {
      readonly kind: 'saved'
      readonly revision: number
      readonly savedAt: Date
      /** What the server holds by now, where a repeated save is not the latest any more. */
      readonly newer?: { readonly revision: number; readonly response: StoredResponse } | undefined
    }
  | {
      readonly kind: 'stale'
      readonly revision: number
      readonly response: StoredResponse
      /** The save that made this revision. */
      readonly mutationId: string | null
    }
  /** Another window or device is at work now. */
  | { readonly kind: 'elsewhere' }
  /** Too late; `kept`: the instructor can see it. */
  | { readonly kind: 'closed'; readonly kept: boolean }
  | { readonly kind: 'signed-out' }
  /** The server understood and will never take it. */
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'unreachable' }

/**
 * saved: acknowledged by the server · dirty: typed, not sent yet · saving: on its way · failed: will be tried again ·
 * conflict: somebody else saved in between, a person has to choose · elsewhere: another window is at work ·
 * refused, closed: the server will not take it.
 */
export type DraftStatus =
  | 'saved'
  | 'dirty'
  | 'saving'
  | 'failed'
  | 'signed-out'
  | 'conflict'
  | 'elsewhere'
  | 'refused'
  | 'closed'

/** One problem's answer on this page. */
export interface Draft {
  readonly response: StoredResponse
  /** Latest acknowledged revision. */
  readonly revision: number
  readonly savedAt: Date | null
  readonly status: DraftStatus
  /** Where the status is conflict: what the server holds. */
  readonly theirs: { readonly revision: number; readonly response: StoredResponse } | null
  readonly message: string | null
  /** Something came too late to count and is kept for the instructor. */
  readonly keptLate: boolean
}

/** What is kept on the device while it is not acknowledged. */
export interface PendingDraft {
  readonly itemId: string
  readonly response: StoredResponse
  readonly base: number
  /** When `response` was typed, by the server's clock (ISO 8601). */
  readonly typedAt: string
  /** Sent without a reply: has to be repeated first, word for word. */
  readonly inDoubt: Mutation | null
  /**
   * The id that the next save of this work was to carry. Where the server's latest revision has it, that revision is
   * a later state of this very work, sent when its page was left: nothing of it is missing.
   */
  readonly nextId: string | null
}

/** Whether work exists here that the server has not acknowledged. */
export const isUnsaved = (draft: Draft): boolean => draft.status !== 'saved' && draft.status !== 'closed'

/** Whether something keeps it from being saved, beyond a save that is on its way. */
export const isStuck = ({ status }: Draft): boolean =>
  status === 'failed' || status === 'signed-out' || status === 'conflict' || status === 'refused'
