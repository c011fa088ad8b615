import type { StoredResponse } from '@/lib/question/field'
import type { Draft, DraftStatus, Mutation, PendingDraft, SaveReply } from './drafts'

/** Quiet time after the last key before a draft is sent, and how long typing without a pause may hold it back. */
const PAUSE_MS = 500
const LONGEST_WAIT_MS = 2_000
const RETRY_MS = [500, 1_000, 2_000, 4_000, 8_000] as const

export interface SaverParts {
  readonly send: (itemId: string, mutation: Mutation) => Promise<SaveReply>
  readonly newMutationId: () => string
  /** Keeps unacknowledged work on the device; null forgets it. */
  readonly keep: (itemId: string, pending: PendingDraft | null) => void
  readonly now: () => number
  /** The server's time as this page knows it, ISO 8601. */
  readonly serverTime: () => string
  readonly setTimer: (run: () => void, ms: number) => unknown
  readonly clearTimer: (timer: unknown) => void
}

/** What the server holds of one problem; `mutationId`: the save that made it so. */
export interface HeldItem {
  readonly id: string
  readonly response: StoredResponse
  readonly revision: number
  readonly savedAt: Date | null
  readonly mutationId: string | null
}

interface Slot {
  draft: Draft
  inDoubt: Mutation | null
  /** A save under way, with those that follow it at once. */
  flight: Promise<void> | null
  /** Typed since the mutation in doubt was made. */
  changed: boolean
  changedSince: number | null
  /** What is unsent was typed on this page, not brought back from the device. */
  typedHere: boolean
  typedAt: string
  /** The id that the next save of what was typed here carries; known beforehand, so that it lies on the device. */
  nextId: string | null
  /** What the page before this one would have called its next save of what was brought back from the device. */
  beforeId: string | null
  failures: number
  timer: unknown
}

/**
 * Saves drafts honestly: "saved" is what the server has acknowledged. One save of a problem is under way at a time,
 * and a save whose reply was lost is repeated word for word before anything newer is sent, so that nothing is
 * written twice and nothing of ours looks like somebody else's.
 */
export class DraftSaver {
  private readonly slots = new Map<string, Slot>()
  private readonly listeners = new Set<() => void>()
  private snapshot: ReadonlyMap<string, Draft> = new Map()

  constructor(private readonly parts: SaverParts) {}

  /** Adds a problem with what the server holds. */
  add(itemId: string, server: { response: StoredResponse; revision: number; savedAt: Date | null }): void {
    const draft: Draft = { ...server, status: 'saved', theirs: null, message: null, keptLate: false }
    this.slots.set(itemId, {
      draft,
      inDoubt: null,
      flight: null,
      changed: false,
      changedSince: null,
      typedHere: false,
      typedAt: this.parts.serverTime(),
      nextId: null,
      beforeId: null,
      failures: 0,
      timer: null,
    })
    this.publish()
  }

  /** Brings back work that was kept on the device; sent with the next flush. True if there was any. */
  restore(pending: PendingDraft): boolean {
    const slot = this.slots.get(pending.itemId)
    if (!slot || slot.changed || slot.flight) return false
    if (!pending.inDoubt && sameResponse(pending.response, slot.draft.response)) {
      this.parts.keep(pending.itemId, null)
      return false
    }
    slot.inDoubt = pending.inDoubt
    slot.typedAt = pending.typedAt
    slot.beforeId = pending.nextId
    slot.changed = pending.inDoubt === null || !sameResponse(pending.response, pending.inDoubt.response)
    slot.draft = { ...slot.draft, response: pending.response, revision: pending.base, status: 'dirty' }
    this.publish()
    return true
  }

  change(itemId: string, name: string, value: StoredResponse[string]): void {
    const slot = this.slots.get(itemId)
    if (!slot || slot.draft.status === 'closed' || slot.draft.status === 'elsewhere') return
    const waitsForChoice = slot.draft.status === 'conflict'
    slot.changed = true
    slot.typedHere = true
    slot.changedSince ??= this.parts.now()
    slot.nextId ??= this.parts.newMutationId()
    slot.typedAt = this.parts.serverTime()
    slot.draft = {
      ...slot.draft,
      response: { ...slot.draft.response, [name]: value },
      ...(waitsForChoice ? {} : { status: slot.flight ? 'saving' : 'dirty', message: null }),
    }
    this.keep(itemId, slot)
    if (!waitsForChoice) this.schedule(itemId, slot, PAUSE_MS)
    this.publish()
  }

  /** Sends what is not acknowledged, now; resolves when the problem has nothing more to send or can't send. */
  flush(itemId: string): Promise<void> {
    const slot = this.slots.get(itemId)
    if (slot && !slot.flight && mayBeSent(slot)) {
      slot.flight = this.sendAll(itemId, slot).finally(() => {
        slot.flight = null
      })
    }
    return slot?.flight ?? Promise.resolve()
  }

  private async sendAll(itemId: string, slot: Slot): Promise<void> {
    let goesOn = true
    while (goesOn && mayBeSent(slot)) {
      this.unschedule(slot)
      const mutation = this.nextMutation(slot)
      this.set(itemId, slot, 'saving')
      this.keep(itemId, slot)
      const reply = await this.parts.send(itemId, mutation)
      this.receive(itemId, slot, mutation, reply)
      goesOn = (reply.kind === 'saved' || reply.kind === 'closed') && slot.changed
    }
  }

  /** The server can be reached again: what failed is sent at once rather than at its next turn. */
  retry(): void {
    for (const [itemId, slot] of this.slots) {
      if (slot.failures === 0) continue
      slot.failures = 0
      void this.flush(itemId)
    }
  }

  /** Another window has taken over: nothing is sent or typed here until this one takes the seat back. */
  suspend(): void {
    for (const [itemId, slot] of this.slots) {
      if (slot.draft.status === 'closed') continue
      this.unschedule(slot)
      this.set(itemId, slot, 'elsewhere')
    }
  }

  /**
   * This window is the one at work, and this is what the server holds and what lies on the device: taken over where
   * nothing unsent was typed here, and otherwise what is unsent is sent, which shows both where they differ.
   * @param kept null where the device could not be read
   * @returns whether anything was brought back from the device
   */
  resume(server: readonly HeldItem[], kept: readonly PendingDraft[] | null = null): boolean {
    let restored = false
    for (const { id, response, revision, savedAt, mutationId } of server) {
      const slot = this.slots.get(id)
      if (!slot || slot.flight || slot.draft.status === 'closed') continue
      slot.failures = 0
      // Read again: the window before may have saved or typed on while this one was loading.
      if (kept && !slot.typedHere) {
        slot.inDoubt = null
        slot.changed = false
      }
      const unsent = slot.changed || slot.inDoubt !== null
      if (!unsent) slot.draft = { ...slot.draft, response, revision, savedAt }
      if (slot.draft.status !== 'conflict') this.set(id, slot, unsent ? 'dirty' : 'saved')
      const pending = unsent ? undefined : kept?.find(({ itemId }) => itemId === id)
      if (!pending) continue
      if (mutationId !== null && pending.nextId === mutationId) this.parts.keep(id, null)
      else if (this.restore(pending)) restored = true
    }
    void this.flushAll()
    return restored
  }

  async flushAll(): Promise<void> {
    await Promise.all([...this.slots.keys()].map((itemId) => this.flush(itemId)))
  }

  /** After a conflict: keep what stands on this page, or take what the server holds. */
  resolve(itemId: string, choice: 'mine' | 'theirs'): void {
    const slot = this.slots.get(itemId)
    const theirs = slot?.draft.theirs
    if (!slot || !theirs) return
    slot.inDoubt = null
    slot.changed = choice === 'mine'
    slot.draft = {
      ...slot.draft,
      revision: theirs.revision,
      response: choice === 'mine' ? slot.draft.response : theirs.response,
      theirs: null,
      status: choice === 'mine' ? 'dirty' : 'saved',
    }
    this.keep(itemId, slot)
    this.publish()
    void this.flush(itemId)
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  readonly drafts = (): ReadonlyMap<string, Draft> => this.snapshot

  stop(): void {
    for (const slot of this.slots.values()) this.unschedule(slot)
  }

  private nextMutation(slot: Slot): Mutation {
    if (slot.inDoubt) return slot.inDoubt
    const mutation = {
      mutationId: slot.nextId ?? this.parts.newMutationId(),
      base: slot.draft.revision,
      response: slot.draft.response,
      typedAt: slot.typedAt,
    }
    slot.inDoubt = mutation
    slot.nextId = null
    slot.changed = false
    slot.changedSince = null
    return mutation
  }

  private receive(itemId: string, slot: Slot, mutation: Mutation, reply: SaveReply): void {
    switch (reply.kind) {
      case 'saved':
        slot.inDoubt = null
        slot.failures = 0
        slot.draft = { ...slot.draft, revision: reply.revision, savedAt: reply.savedAt, message: null }
        slot.beforeId = null
        if (!slot.changed) slot.typedHere = false
        // A repeated save that another window has gone beyond: what it saved stands.
        if (reply.newer && !slot.changed) slot.draft = { ...slot.draft, ...reply.newer }
        this.set(itemId, slot, slot.changed ? 'dirty' : 'saved')
        break
      case 'stale':
        slot.inDoubt = null
        if (sameResponse(reply.response, slot.draft.response) || isLaterState(slot, reply.mutationId)) {
          slot.changed = false
          slot.typedHere = false
          slot.draft = { ...slot.draft, revision: reply.revision, response: reply.response }
          this.set(itemId, slot, 'saved')
          break
        }
        slot.changed = true
        slot.draft = { ...slot.draft, theirs: { revision: reply.revision, response: reply.response } }
        this.set(itemId, slot, 'conflict')
        break
      case 'elsewhere':
        // What is unsent stays on the device as it was kept before sending; the window at work may send it by now.
        this.unschedule(slot)
        this.set(itemId, slot, 'elsewhere')
        return
      case 'closed':
        slot.inDoubt = null
        slot.draft = { ...slot.draft, keptLate: slot.draft.keptLate || reply.kept }
        this.set(itemId, slot, 'closed')
        // Not even kept by the server: then the copy on the device stays.
        if (!reply.kept) {
          slot.changed = false
          return
        }
        break
      case 'refused':
        slot.inDoubt = null
        slot.changed = slot.changed || !sameResponse(mutation.response, slot.draft.response)
        slot.draft = { ...slot.draft, message: reply.message }
        this.set(itemId, slot, 'refused')
        // The only copy: it stays on the device for as long as nothing else was saved.
        this.keepAnyway(itemId, slot)
        return
      case 'signed-out':
      case 'unreachable': {
        const wait = RETRY_MS[Math.min(slot.failures, RETRY_MS.length - 1)] ?? 8_000
        slot.failures += 1
        this.set(itemId, slot, reply.kind === 'signed-out' ? 'signed-out' : 'failed')
        this.unschedule(slot)
        slot.timer = this.parts.setTimer(() => void this.flush(itemId), wait)
        break
      }
    }
    this.keep(itemId, slot)
  }

  private schedule(itemId: string, slot: Slot, pause: number): void {
    // While the server can't be reached the retry goes on at its own pace.
    if (slot.flight || slot.failures > 0) return
    this.unschedule(slot)
    const waited = this.parts.now() - (slot.changedSince ?? this.parts.now())
    const wait = Math.max(0, Math.min(pause, LONGEST_WAIT_MS - waited))
    slot.timer = this.parts.setTimer(() => void this.flush(itemId), wait)
  }

  private unschedule(slot: Slot): void {
    if (slot.timer !== null) this.parts.clearTimer(slot.timer)
    slot.timer = null
  }

  private keep(itemId: string, slot: Slot): void {
    const acknowledged = !slot.changed && slot.inDoubt === null
    if (acknowledged) this.parts.keep(itemId, null)
    else this.keepAnyway(itemId, slot)
  }

  private keepAnyway(itemId: string, slot: Slot): void {
    const { response, revision } = slot.draft
    const { typedAt, inDoubt } = slot
    const nextId = slot.nextId ?? slot.beforeId
    this.parts.keep(itemId, { itemId, response, base: revision, typedAt, inDoubt, nextId })
  }

  private set(itemId: string, slot: Slot, status: DraftStatus): void {
    slot.draft = { ...slot.draft, status, ...(status === 'conflict' ? {} : { theirs: null }) }
    this.slots.set(itemId, slot)
    this.publish()
  }

  private publish(): void {
    this.snapshot = new Map([...this.slots].map(([itemId, slot]) => [itemId, slot.draft]))
    for (const listener of this.listeners) listener()
  }
}

const mayBeSent = (slot: Slot): boolean =>
  (slot.changed || slot.inDoubt !== null) &&
  slot.draft.status !== 'conflict' &&
  slot.draft.status !== 'elsewhere'

/** Whether the server's latest revision is what the page before this one made of what was brought back here. */
const isLaterState = (slot: Slot, mutationId: string | null): boolean =>
  mutationId !== null && slot.beforeId === mutationId && !slot.typedHere

/** Equal as data, whatever the order of the keys. */
export function sameResponse(a: StoredResponse, b: StoredResponse): boolean {
  return stable(a) === stable(b)
}

const stable = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([x], [y]) => (x < y ? -1 : 1)))
      : part,
  )
