import type { ReactNode } from 'react'

/** Below this scale the smallest words of a drawing would be hard to read. */
const SMALLEST = 0.88

interface WideDrawingProps {
  width: number
  height: number
  alt: string
  /** How many times its own size the drawing may grow. */
  largest: number
  children: ReactNode
}

/** An SVG that fits the page and, where it would become unreadable, is scrolled sideways instead. */
export function WideDrawing({ width, height, alt, largest, children }: WideDrawingProps) {
  // Only what can be wider than a phone needs a stop for the keyboard, by which it is scrolled.
  const scrolls = width * SMALLEST > 284
  return (
    <div className="overflow-x-auto" {...(scrolls && { tabIndex: 0 })}>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={alt}
        className="mx-auto block h-auto w-full text-ink"
        style={{
          minWidth: `${Math.round(width * SMALLEST)}px`,
          maxWidth: `${Math.round(width * largest)}px`,
        }}
      >
        {children}
      </svg>
    </div>
  )
}
