'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { cx } from '@/app/_components/ui/cx'
import type { News } from './attempt-api'
import type { Draft } from './drafts'
import { useOutsideSeb } from './outside-seb'

interface RoomMessagesProps {
  examId: string
  drafts: ReadonlyMap<string, Draft>
  /** The problem on view. */
  draft: Draft | undefined
  /** The latest change of the time limit, in words. */
  news: string
  restored: boolean
  /** What the staff say and was not put aside, newest first. */
  notices: News['notices']
  onRead: (noticeId: string) => void
}

/**
 * What comes up while a student works, hung under the bar of time and saving: it takes no place on the page, since a
 * button that moves between press and release is not pressed. Presses go through to what lies below.
 */
export function RoomMessages({ examId, drafts, draft, news, restored, notices, onRead }: RoomMessagesProps) {
  const t = useTranslations('room')
  const [read, setRead] = useState<readonly string[]>([])
  const any = (status: Draft['status']) => [...drafts.values()].some((each) => each.status === status)
  const unread = (text: string) => text !== '' && !read.includes(text)
  const dismiss = (text: string) => () => setRead((before) => [...before, text])
  const [notice] = notices
  const outsideSeb = useOutsideSeb()
  const restoredText = restored ? t('restored') : ''
  return (
    <div className="pointer-events-none absolute inset-x-0 top-full px-4 pt-2 text-sm sm:px-0">
      <div className="ml-auto flex flex-col gap-2 sm:max-w-md">
        <Message role="alert" tone="info" onDismiss={() => notice && onRead(notice.id)}>
          {notice && (
            <>
              <strong className="block">{t('notices.title')}</strong>
              <span className="pointer-events-auto block max-h-40 overflow-y-auto whitespace-pre-wrap break-words">
                {notice.words}
              </span>
            </>
          )}
        </Message>
        <Message role="status" tone="info" onDismiss={dismiss(restoredText)}>
          {unread(restoredText) && restoredText}
        </Message>
        <Message role="status" tone="warn">
          {draft?.keptLate && t('keptLate')}
        </Message>
        <Message role="alert" tone="bad">
          {draft?.status === 'refused' && t('save.refused', { message: draft.message ?? '' })}
        </Message>
        <Message role="alert" tone="bad">
          {outsideSeb && (
            <>
              {t('save.outsideSeb')}{' '}
              <a href={`/exams/${examId}`} className="pointer-events-auto underline">
                {t('save.outsideSebLink')}
              </a>
            </>
          )}
        </Message>
        <Message role="status" tone="bad">
          {any('signed-out') ? (
            <>
              {t('save.signedOut')}{' '}
              <a href="/sign-in" target="_blank" rel="noreferrer" className="pointer-events-auto underline">
                {t('save.signInAgain')}
              </a>
            </>
          ) : (
            !outsideSeb && any('failed') && t('save.kept')
          )}
        </Message>
        <Message role="status" tone="warn" onDismiss={dismiss(news)}>
          {unread(news) && news}
        </Message>
      </div>
    </div>
  )
}

const tones = {
  info: 'border-accent bg-accent-soft',
  warn: 'border-warn bg-warn-soft',
  bad: 'border-bad bg-bad-soft',
} as const

interface MessageProps {
  role: 'status' | 'alert'
  tone: keyof typeof tones
  onDismiss?: () => void
  children: ReactNode
}

/** Always in the page, empty too: screen readers announce what comes into a region that they know. */
function Message({ role, tone, onDismiss, children }: MessageProps) {
  const t = useTranslations('room')
  return (
    <div
      className={cx(
        children ? 'flex items-start gap-3 rounded-lg border-l-4 p-3 shadow-lg' : 'sr-only',
        tones[tone],
      )}
    >
      <p role={role} className="min-w-0 flex-1">
        {children}
      </p>
      {children && onDismiss && (
        <button
          type="button"
          aria-label={t('dismiss')}
          className="pointer-events-auto -m-2 flex size-11 shrink-0 items-center justify-center rounded-lg"
          onClick={onDismiss}
        >
          <X aria-hidden className="size-4" />
        </button>
      )}
    </div>
  )
}
