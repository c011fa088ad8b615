'use client'

import { startTransition, useEffect, useRef, useState } from 'react'
import type { QuestionDraft } from '@/lib/use-cases/question-bank'
import { saveDraft } from './actions'

export type DraftState = 'saved' | 'dirty' | 'saving' | 'failed' | 'changed' | 'not-allowed' | 'signed-out'

const PAUSE_MS = 600
const RETRY_MS = 3_000

/**
 * Saves a draft a moment after it was changed, one save at a time. Whatever else happens, what was typed stays on the
 * page; where somebody else has saved meanwhile, nothing is overwritten.
 */
export function useDraft(questionId: string, initial: QuestionDraft & { tags: string }, revision: number) {
  const [draft, setDraft] = useState(initial)
  const [state, setState] = useState<DraftState>('saved')
  const latest = useRef(draft)
  const base = useRef(revision)
  const sent = useRef(draft)
  const busy = useRef(false)
  const timer = useRef<number | undefined>(undefined)
  const [saved, setSaved] = useState(revision)
  // Publishing moves the revision on as well.
  useEffect(() => {
    if (!busy.current && sent.current === latest.current && revision > base.current) {
      base.current = revision
      setSaved(revision)
    }
  }, [revision])

  const save = async () => {
    if (busy.current) return
    busy.current = true
    const now = latest.current
    setState('saving')
    const { tags, ...rest } = now
    const form = new FormData()
    form.set('questionId', questionId)
    form.set('base', String(base.current))
    form.set('draft', JSON.stringify(rest))
    form.set('tags', tags)
    const answer = await saveDraft({ status: 'idle' }, form).catch(() => null)
    busy.current = false
    if (answer?.status === 'done') {
      base.current = answer.done.revision
      sent.current = now
      setSaved(answer.done.revision)
      if (latest.current === now) setState('saved')
      else schedule(0)
    } else if (answer?.status === 'refused')
      setState(answer.refusal.kind === 'changed' ? 'changed' : 'not-allowed')
    else {
      setState(answer?.status === 'signed-out' ? 'signed-out' : 'failed')
      schedule(RETRY_MS)
    }
  }
  const schedule = (ms: number) => {
    window.clearTimeout(timer.current)
    timer.current = window.setTimeout(() => startTransition(save), ms)
  }
  const change = (next: Partial<typeof draft>) => {
    latest.current = { ...latest.current, ...next }
    setDraft(latest.current)
    if (state === 'changed') return
    setState('dirty')
    schedule(PAUSE_MS)
  }
  useEffect(() => {
    const waiting = timer
    return () => window.clearTimeout(waiting.current)
  }, [])
  return { draft, state, change, revision: saved }
}
