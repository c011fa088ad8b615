import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { Connection } from './delivery-connection'
import type { Seated } from './delivery-world'

/** What a crowd of saving students saw. */
export interface Log {
  readonly latencies: number[]
  readonly errors: string[]
}

export const emptyLog = (): Log => ({ latencies: [], errors: [] })

/** A student at work: saves one problem after the other. */
export class Saver {
  private readonly connection: Connection
  private readonly bases = new Map<string, number>()
  private turn = 0

  constructor(
    url: string,
    private readonly student: Seated,
    private readonly seat = 0,
  ) {
    this.connection = new Connection(new URL(url), student.cookie)
  }

  /** One save, the next problem's. Failures are noted, not thrown. */
  async save(log: Log): Promise<void> {
    const item = this.student.items[this.turn % this.student.items.length]!
    this.turn += 1
    try {
      const { status, text, ms } = await this.connection.post(
        `/api/attempts/${this.student.attemptId}/save`,
        {
          itemId: item.id,
          mutationId: randomUUID(),
          seat: this.seat,
          typedAt: new Date(),
          base: this.bases.get(item.id) ?? 0,
          response: item.response,
        },
      )
      log.latencies.push(ms)
      if (status === 200) this.bases.set(item.id, JSON.parse(text).revision)
      else log.errors.push(`save ${status} ${text}`)
    } catch (error) {
      log.errors.push(`save ${String(error)}`)
    }
  }

  /** Saves every so many milliseconds, beginning somewhere in the first interval, until told to stop. */
  async keepSaving(everyMs: number, firstMs: number, signal: AbortSignal, log: Log): Promise<void> {
    await pause(firstMs, undefined, { signal }).catch(() => undefined)
    while (!signal.aborted) {
      const next = performance.now() + everyMs
      await this.save(log)
      await pause(Math.max(0, next - performance.now()), undefined, { signal }).catch(() => undefined)
    }
  }

  close(): void {
    this.connection.close()
  }
}
