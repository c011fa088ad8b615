'use client'

import { useRouter, useSearchParams } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { type ReactNode, useCallback, useEffect, useEffectEvent, useRef, useState } from 'react'
import { Notice } from '@/app/_components/ui/notice'
import type { Room } from '@/lib/use-cases/read-attempt'
import { sendFlag, sendSubmit } from './attempt-api'
import { isUnsaved } from './drafts'
import { ItemPanel } from './item-panel'
import { Navigator } from './navigator'
import { SaveIndicator } from './save-indicator'
import { formatLeft } from './server-clock'
import { SubmitPanel } from './submit-panel'
import { Timer } from './timer'
import { useAttemptClock } from './use-attempt-clock'
import { useDrafts } from './use-drafts'

/** A student at work: all problems are on the page, so that moving between them needs no network. */
export function ExamRoom({ room, statements }: { room: Room; statements: readonly ReactNode[] }) {
  const t = useTranslations('room')
  const locale = useLocale()
  const router = useRouter()
  const { attemptId, items } = room
  const resultPath = `/attempts/${attemptId}/result`

  const { saver, drafts, restored } = useDrafts(attemptId, items)
  const [flags, setFlags] = useState(
    () => new Set(items.filter((item) => item.flagged).map((item) => item.id)),
  )
  const [submitting, setSubmitting] = useState<'idle' | 'working' | 'failed'>('idle')
  const [news, setNews] = useState('')
  const [timeIsUp, setTimeIsUp] = useState(room.state === 'grace')

  const { leftMs } = useAttemptClock(attemptId, room, {
    deadlineChanged: (left) => {
      setTimeIsUp(left !== null && left <= 0)
      setNews(left === null ? t('noLimit') : t('deadlineChanged', { left: formatLeft(left) }))
    },
    closed: () => router.replace(resultPath),
  })

  const submit = useCallback(async () => {
    setSubmitting('working')
    await saver.flushAll()
    // What could not be saved is not handed in behind the student's back.
    const unsaved = [...saver.drafts().values()].some(isUnsaved)
    if (unsaved || !(await sendSubmit(attemptId))) return setSubmitting('failed')
    router.replace(resultPath)
  }, [attemptId, resultPath, router, saver])

  const handInAtTimeUp = useEffectEvent(async () => {
    await saver.flushAll()
    // The server closes by itself a little later; if this does not arrive, nothing is lost.
    if (await sendSubmit(attemptId)) router.replace(resultPath)
  })
  const isOver = leftMs !== null && leftMs <= 0
  useEffect(() => {
    if (!isOver) return
    setTimeIsUp(true)
    void handInAtTimeUp()
  }, [isOver])

  // ---- where in the exam: in the address, so that reload and the back button keep the place
  const place = useSearchParams().get('at') ?? '1'
  const heading = useRef<HTMLDivElement>(null)
  const go = (to: string) => {
    void saver.flushAll()
    window.history.pushState(null, '', `?at=${to}`)
    heading.current?.focus()
    window.scrollTo({ top: 0 })
  }
  const current = Math.min(items.length, Math.max(1, Number(place) || 1))

  const toggleFlag = (itemId: string) => {
    const flagged = !flags.has(itemId)
    const turn = (on: boolean) =>
      setFlags((before) => {
        const after = new Set(before)
        if (on) after.add(itemId)
        else after.delete(itemId)
        return after
      })
    turn(flagged)
    void sendFlag(attemptId, itemId, flagged).then((done) => done || turn(!flagged))
  }

  return (
    <div className="space-y-5">
      <div className="-mx-4 sticky top-0 z-20 border-line border-b bg-paper px-4 py-2 sm:mx-0 sm:px-0">
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
          <h1 className="font-bold text-lg">{room.exam.title[locale]}</h1>
          <div className="flex items-center gap-4">
            <SaveIndicator drafts={drafts} />
            <Timer leftMs={leftMs} />
          </div>
        </div>
      </div>
      <p role="status" className={news ? 'rounded-lg bg-warn-soft p-3' : 'sr-only'}>
        {news}
      </p>
      {timeIsUp && <Notice tone="warn" role="alert" title={t('timeUp')} />}
      {restored && <Notice tone="info" role="status" title={t('restored')} />}
      <div className="grid gap-5 lg:grid-cols-[13rem_1fr]">
        <Navigator
          items={items}
          drafts={drafts}
          flags={flags}
          current={place === 'submit' ? 'submit' : current}
          go={go}
        />
        <div ref={heading} tabIndex={-1} className="min-w-0 outline-none">
          {items.map((item, i) => (
            <div key={item.id} hidden={place === 'submit' || i + 1 !== current}>
              <ItemPanel
                item={item}
                total={items.length}
                statement={statements[i]}
                draft={drafts.get(item.id)}
                flagged={flags.has(item.id)}
                readOnly={timeIsUp || submitting === 'working'}
                onFlag={() => toggleFlag(item.id)}
                onChange={(name, value) => saver.change(item.id, name, value)}
                onBlur={() => void saver.flush(item.id)}
                onResolve={(choice) => saver.resolve(item.id, choice)}
                go={go}
              />
            </div>
          ))}
          {place === 'submit' && (
            <SubmitPanel
              items={items}
              drafts={drafts}
              flags={flags}
              state={submitting}
              go={go}
              onSubmit={() => void submit()}
            />
          )}
        </div>
      </div>
    </div>
  )
}
