'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { Button } from '@/app/_components/ui/button'
import { Notice } from '@/app/_components/ui/notice'
import { TextInput } from '@/app/_components/ui/text-input'
import { type StartReply, sendStart } from './start-api'

interface StartFormProps {
  examId: string
  again: boolean
  needsCode: boolean
}

/** Starts the exam by a small request, so that a room that starts together waits for no pages. */
export function StartForm({ examId, again, needsCode }: StartFormProps) {
  const t = useTranslations('cover')
  const router = useRouter()
  const [code, setCode] = useState('')
  const [starting, setStarting] = useState(false)
  const [refusal, setRefusal] = useState<Exclude<StartReply, { kind: 'started' }> | null>(null)

  const start = async (event: FormEvent) => {
    event.preventDefault()
    setStarting(true)
    setRefusal(null)
    const reply = await sendStart(examId, needsCode ? code : undefined)
    // The button stays as it is until the room is there.
    if (reply.kind === 'started') return router.push(`/attempts/${reply.attemptId}`)
    setRefusal(reply)
    setStarting(false)
  }
  const words = (): string | null => {
    if (!refusal) return null
    switch (refusal.kind) {
      case 'not-open':
        return t(`refused.${refusal.state}`)
      case 'attempts-used':
        return t('refused.attempts-used', { allowed: refusal.allowed })
      default:
        return t(`refused.${refusal.kind}`)
    }
  }
  return (
    <form onSubmit={(event) => void start(event)} className="space-y-3">
      {refusal && (
        <Notice tone="warn" role="alert">
          {words()}
        </Notice>
      )}
      {needsCode && (
        <TextInput
          label={t('startCode')}
          name="startCode"
          autoComplete="off"
          required
          value={code}
          onChange={(event) => setCode(event.target.value)}
          className="max-w-60"
        />
      )}
      <Button type="submit" look="primary" disabled={starting}>
        {starting ? t('starting') : again ? t('again') : t('start')}
      </Button>
    </form>
  )
}
