'use client'

import { type ReactNode, useEffect, useRef, useState } from 'react'
import { cx } from '../ui/cx'

/** Scrolls sideways what is wider than the page, as a long formula may be; only then is it a stop for the keyboard. */
export function ScrollWhenWide({ className, children }: { className?: string; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  const [isWide, setIsWide] = useState(false)
  useEffect(() => {
    const element = box.current
    if (element === null) return
    const measure = () => setIsWide(element.scrollWidth > element.clientWidth)
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    for (const child of element.children) observer.observe(child)
    return () => observer.disconnect()
  }, [])
  return (
    <div
      ref={box}
      className={cx('overflow-x-auto overflow-y-hidden', className)}
      {...(isWide && { tabIndex: 0 })}
    >
      <div className="w-fit min-w-full">{children}</div>
    </div>
  )
}
