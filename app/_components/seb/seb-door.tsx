'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Notice } from '@/app/_components/ui/notice'
import { SEB_COOKIE } from '@/lib/exam/seb/names'

/** What Safe Exam Browser gives pages to read: hashes over the page's address. */
interface SebWindow {
  readonly SafeExamBrowser?: {
    readonly security?: { readonly configKey?: string; readonly browserExamKey?: string }
  }
}

const LOOK_MS = 250
/** Keys that are not there by then do not come. */
const PATIENCE_MS = 5_000

/**
 * Browsers with modern engines can send no headers of Safe Exam Browser: there the page reads the keys, leaves them in
 * a cookie that goes with every request of the exam, and asks for itself again.
 * @param recognised headers came, but with no right key
 */
export function SebDoor({ recognised }: { recognised: boolean }) {
  const t = useTranslations('seb.gate')
  const [wrong, setWrong] = useState(recognised)

  useEffect(() => {
    const inside = 'SafeExamBrowser' in window || /\bSEB\b/.test(navigator.userAgent)
    if (!inside) return
    const end = performance.now() + PATIENCE_MS
    const look = () => {
      const keys = readKeys()
      if (keys === null && performance.now() < end) return
      window.clearInterval(looking)
      if (keys === null || leaveKeys(keys) === 'known') setWrong(true)
    }
    const looking = window.setInterval(look, LOOK_MS)
    return () => window.clearInterval(looking)
  }, [])

  return (
    wrong && (
      <Notice tone="bad" role="alert" title={t('wrong')}>
        {t('wrongHint')}
      </Notice>
    )
  )
}

function readKeys(): string | null {
  const { configKey, browserExamKey } = (window as SebWindow).SafeExamBrowser?.security ?? {}
  return [configKey, browserExamKey].filter((key) => key && /^[0-9a-f]{64}$/i.test(key)).join('.') || null
}

/** 'known': the server has seen these, and they were not right. */
function leaveKeys(keys: string): 'known' | 'left' {
  const here = window.location.origin + window.location.pathname
  const [loaded] = performance.getEntriesByType('navigation')
  // Hashed is the address that was loaded: moving between our pages does not load, and a query would be hashed too.
  if (loaded && loaded.name.split('#')[0] !== here) {
    window.location.replace(window.location.pathname)
    return 'left'
  }
  const pair = `${SEB_COOKIE}=${keys}`
  if (document.cookie.split('; ').includes(pair)) return 'known'
  const secure = window.location.protocol === 'https:' ? '; Secure' : ''
  // biome-ignore lint/suspicious/noDocumentCookie: engines of iPads have no Cookie Store API
  document.cookie = `${pair}; Path=/; SameSite=Lax${secure}`
  window.location.reload()
  return 'left'
}
