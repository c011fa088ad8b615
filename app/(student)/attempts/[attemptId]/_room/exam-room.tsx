'use client'

import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { formatLeft } from '@/app/_components/format-left'
import type { Room } from '@/lib/use-cases/read-attempt'
import { PreviewNotice } from '../preview-notice'
import { sendAdvance } from './attempt-api'
import { isStuck, isUnsaved } from './drafts'
import { ElsewhereNotice } from './elsewhere-notice'
import { ItemPanel } from './item-panel'
import { Navigator } from './navigator'
import { OneWayProgress } from './one-way-progress'
import { OneWayStep } from './one-way-step'
import { RoomMessages } from './room-messages'
import { RoomNotices } from './room-notices'
import { SaveIndicator } from './save-indicator'
import { createServerClock } from './server-clock'
import { StaffNotices } from './staff-notices'
import { SubmitPanel } from './submit-panel'
import { Timer } from './timer'
import { useAttemptClock } from './use-attempt-clock'
import { useDrafts } from './use-drafts'
import { useFlags } from './use-flags'
import { useHandIn } from './use-hand-in'
import { usePlace } from './use-place'
import { usePresence } from './use-presence'
import { useReadNotices } from './use-read-notices'
import { useSeat } from './use-seat'

/**
 * A student at work: all problems are on the page, so that moving between them needs no network. In one-way
 * navigation the page holds only the problem at work.
 */
export function ExamRoom({ room, statements }: { room: Room; statements: readonly ReactNode[] }) {
  const t = useTranslations('room')
  const locale = useLocale()
  const router = useRouter()
  const { attemptId, items, total } = room
  const oneWay = room.navigation === 'one-way'

  const [clock] = useState(() => createServerClock(room.now, () => performance.now()))
  const { seat, lost, take, heard, lose } = useSeat(attemptId, {
    taken: (held) => resume(held),
    gone: () => void handIn.closed(),
  })
  const { saver, drafts, restored, looked, resume } = useDrafts(attemptId, items, clock, seat)
  const { flags, toggle } = useFlags(attemptId, items)
  const [news, setNews] = useState('')
  const { leftMs, late, nowMs, notices } = useAttemptClock(attemptId, clock, room, {
    deadlineChanged: (left) =>
      setNews(left === null ? t('noLimit') : t('deadlineChanged', { left: formatLeft(left) })),
    seatHeld: (held) => (heard(held) ? saver.suspend() : saver.retry()),
    closed: () => void handIn.closed(),
  })
  const timeIsUp = leftMs !== null && leftMs <= 0
  const handIn = useHandIn(attemptId, saver, {
    isOver: timeIsUp,
    unsaved: [...drafts.values()].some(isUnsaved),
  })
  // A save that was refused tells it before any news do.
  const elsewhere = lost || [...drafts.values()].some((draft) => draft.status === 'elsewhere')
  if (elsewhere && !lost) lose()

  const { place, heading, go } = usePlace(() => void saver.flushAll())
  const [leaving, setLeaving] = useState(false)
  const current = oneWay ? 1 : Math.min(items.length, Math.max(1, Number(place) || 1))
  usePresence(attemptId, seat, {
    silent: elsewhere || handIn.state === 'working',
    place: place === 'submit' ? 0 : (items[current - 1]?.position ?? 0),
    unsaved: [...drafts.values()].filter(isStuck).length,
  })
  const { read, putAside } = useReadNotices()
  const goOn = async (from: number): Promise<boolean> => {
    await saver.flushAll()
    const saved = ![...saver.drafts().values()].some(isUnsaved)
    if (!saved || !(await sendAdvance(attemptId, from))) return false
    router.replace(`/attempts/${attemptId}`)
    router.refresh()
    return true
  }
  const move = (to: string) => (oneWay && to !== 'submit' && place !== 'submit' ? setLeaving(true) : go(to))

  return (
    <div className="space-y-5">
      <div className="-mx-4 sticky top-0 z-20 space-y-2 border-line border-b bg-paper px-4 py-2 sm:mx-0 sm:px-0">
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
          <h1 className="font-bold text-lg">{room.exam.title[locale]}</h1>
          <div className="flex items-center justify-between gap-4 max-sm:w-full">
            <SaveIndicator items={items} drafts={drafts} />
            <Timer leftMs={leftMs} nowMs={nowMs} />
          </div>
        </div>
        {elsewhere && <ElsewhereNotice onTakeBack={take} />}
        <RoomMessages
          examId={room.exam.id}
          drafts={drafts}
          draft={place === 'submit' ? undefined : drafts.get(items[current - 1]?.id ?? '')}
          news={news}
          restored={restored}
          notices={notices.filter(({ id }) => !read.has(id))}
          onRead={putAside}
        />
      </div>
      {room.isPreview && <PreviewNotice examId={room.exam.id} />}
      <RoomNotices timeIsUp={timeIsUp} late={late} nowMs={nowMs} />
      <div className="grid gap-5 lg:grid-cols-[13rem_1fr]">
        {oneWay ? (
          <OneWayProgress position={items[0]?.position ?? 1} total={total} />
        ) : (
          <Navigator
            items={items}
            drafts={drafts}
            flags={flags}
            current={place === 'submit' ? 'submit' : current}
            go={go}
          />
        )}
        <div ref={heading} tabIndex={-1} className="min-w-0 space-y-5 outline-none">
          {items.map((item, i) => (
            <div key={item.id} hidden={place === 'submit' || i + 1 !== current}>
              <ItemPanel
                item={item}
                total={total}
                oneWay={oneWay}
                statement={statements[i]}
                draft={drafts.get(item.id)}
                flagged={flags.has(item.id)}
                readOnly={!looked || timeIsUp || elsewhere || handIn.state === 'working'}
                onFlag={() => toggle(item.id)}
                onChange={(name, value) => saver.change(item.id, name, value)}
                onBlur={() => void saver.flush(item.id)}
                onResolve={(choice) => saver.resolve(item.id, choice)}
                go={move}
              />
              {leaving && (
                <OneWayStep
                  position={item.position}
                  onGoOn={() => goOn(item.position)}
                  onStay={() => setLeaving(false)}
                />
              )}
            </div>
          ))}
          {place === 'submit' && (
            <SubmitPanel
              items={items}
              drafts={drafts}
              flags={flags}
              state={handIn.state}
              go={go}
              onSubmit={() => void handIn.submit()}
            />
          )}
          <StaffNotices notices={notices} />
        </div>
      </div>
    </div>
  )
}
