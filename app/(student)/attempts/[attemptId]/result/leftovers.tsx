'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Notice } from '@/app/_components/ui/notice'
import { sendSave } from '../_room/attempt-api'
import { sameResponse } from '../_room/draft-saver'
import { openDraftStore } from '../_room/draft-store'
import { newMutationId } from '../_room/mutation-id'

/**
 * Work that stayed on this device when the attempt was closed (a tab that crashed, a network that came back too
 * late) is sent now: it does not count any more, but the server keeps it for the instructor.
 */
export function Leftovers({ attemptId }: { attemptId: string }) {
  const t = useTranslations('result')
  const [kept, setKept] = useState(false)
  useEffect(() => {
    const store = openDraftStore(attemptId, newMutationId())
    const send = async () => {
      for (const pending of await store.list()) {
        const { itemId, response, base, typedAt, inDoubt } = pending
        const newest = { mutationId: newMutationId(), base, response, typedAt }
        const changedSince = !inDoubt || !sameResponse(inDoubt.response, response)
        const unsent = [...(inDoubt ? [inDoubt] : []), ...(changedSince ? [newest] : [])]
        let taken = true
        for (const mutation of unsent) {
          const reply = await sendSave(attemptId, itemId, 0, mutation)
          if (reply.kind === 'closed' && reply.kept) setKept(true)
          else taken &&= reply.kind === 'saved'
        }
        if (!taken) continue
        // Taken over first: a page forgets only what it wrote itself.
        await store.keep(itemId, pending)
        await store.keep(itemId, null)
      }
    }
    void send().catch(() => undefined)
  }, [attemptId])
  return kept && <Notice tone="warn" role="status" title={t('leftover')} />
}
