import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { PendingDraft } from './drafts'

interface Schema extends DBSchema {
  pending: {
    key: [string, string]
    value: PendingDraft & { attemptId: string; page: string }
    indexes: { attempt: string }
  }
}

/** Unacknowledged work of one attempt on this device. Where the browser has no storage, it keeps nothing. */
export interface DraftStore {
  list(): Promise<readonly PendingDraft[]>
  keep(itemId: string, pending: PendingDraft | null): Promise<void>
}

/** @param page this page's own random id: a page forgets only what it wrote itself, since two may be open */
export function openDraftStore(attemptId: string, page: string): DraftStore {
  let opened: Promise<IDBPDatabase<Schema> | null> | undefined
  const openStorage = async () =>
    openDB<Schema>('quizgrad', 2, {
      upgrade(db, before) {
        // Of the first version nothing was kept longer than an exam.
        if (before === 1) db.deleteObjectStore('pending')
        const store = db.createObjectStore('pending', { keyPath: ['attemptId', 'itemId'] })
        store.createIndex('attempt', 'attemptId')
      },
    })
  // Private windows and frames on other sites may have no storage, and say so at once or later: work then goes to the
  // server alone.
  const open = () => {
    opened ??= openStorage().catch(() => null)
    return opened
  }
  // One after the other, so that an older state never lands on a newer one.
  let last: Promise<unknown> = Promise.resolve()

  return {
    async list() {
      await last
      const db = await open()
      return (await db?.getAllFromIndex('pending', 'attempt', attemptId)) ?? []
    },
    keep(itemId, pending) {
      const done = last.then(async () => {
        const db = await open()
        if (!db) return
        const { store, done: written } = db.transaction('pending', 'readwrite')
        if (pending) await store.put({ ...pending, attemptId, page })
        else if ((await store.get([attemptId, itemId]))?.page === page)
          await store.delete([attemptId, itemId])
        await written
      })
      last = done.catch(() => undefined)
      return done
    },
  }
}
