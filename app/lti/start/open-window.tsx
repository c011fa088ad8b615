'use client'

import { ExternalLink } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useRef, useState, useSyncExternalStore } from 'react'
import { z } from 'zod'
import { Button } from '@/app/_components/ui/button'
import { Notice } from '@/app/_components/ui/notice'

/** Cookies of a frame stay in it: a code takes the login over into the window. */
async function fetchCode(path: string): Promise<string | null> {
  try {
    const reply = await fetch('/lti/code', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ path }),
    })
    return reply.ok ? z.object({ code: z.string() }).parse(await reply.json()).code : null
  } catch {
    return null
  }
}

const nothingToHear = () => () => undefined
/** Whether the page's script is at work: a press before that would be lost. */
const useAwake = () =>
  useSyncExternalStore(
    nothingToHear,
    () => true,
    () => false,
  )

/** @param children what else may be done here */
export function OpenWindow({ path, children }: { path: string; children: ReactNode }) {
  const t = useTranslations('lms.start')
  const awake = useAwake()
  const form = useRef<HTMLFormElement>(null)
  const [state, setState] = useState<'idle' | 'opened' | 'blocked' | 'failed'>('idle')

  const open = async () => {
    // Opened at once: what opens after a reply is taken for an unwanted window.
    const name = `quizgrad-${crypto.randomUUID()}`
    const opened = window.open('', name)
    if (!opened) return setState('blocked')
    const code = await fetchCode(path)
    if (code === null || !form.current) {
      opened.close()
      return setState('failed')
    }
    form.current.target = name
    form.current.querySelector('input')?.setAttribute('value', code)
    form.current.submit()
    setState('opened')
  }
  return (
    <div className="space-y-4">
      <form ref={form} method="post" action="/lti/open" hidden>
        <input type="hidden" name="code" />
      </form>
      <div className="flex flex-wrap gap-3">
        <Button look="primary" disabled={!awake} onClick={() => void open()}>
          <ExternalLink aria-hidden className="size-4" />
          {t('window')}
        </Button>
        {children}
      </div>
      <div role="status">
        {state === 'opened' && <Notice tone="good">{t('opened')}</Notice>}
        {state === 'blocked' && <Notice tone="warn">{t('blocked')}</Notice>}
        {state === 'failed' && <Notice tone="bad">{t('failed')}</Notice>}
      </div>
    </div>
  )
}
