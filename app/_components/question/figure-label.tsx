import type { ComponentProps } from 'react'
import { subscriptRuns } from './subscript-runs'

const SUBSCRIPT_DROP = 0.22
const SUBSCRIPT_SIZE = 0.74

interface FigureLabelProps extends Omit<ComponentProps<'text'>, 'children'> {
  label: string
  fontSize: number
}

/** A formula-like label in a drawing, centred on x, in the typeface of the formulas around it. */
export function FigureLabel({ label, fontSize, ...rest }: FigureLabelProps) {
  let dropped = false
  return (
    <text textAnchor="middle" fill="currentColor" fontSize={fontSize} {...rest}>
      {subscriptRuns(label).map(({ text, sub, letter }, i) => {
        const shift = sub === dropped ? 0 : (sub ? 1 : -1) * SUBSCRIPT_DROP * fontSize
        dropped = sub
        return (
          <tspan
            // biome-ignore lint/suspicious/noArrayIndexKey: runs have no identity but their place.
            key={i}
            dy={shift}
            xmlSpace="preserve"
            fontSize={sub ? fontSize * SUBSCRIPT_SIZE : fontSize}
            fontStyle={letter ? 'italic' : 'normal'}
            fontFamily={letter ? 'KaTeX_Math, serif' : 'KaTeX_Main, serif'}
          >
            {text}
          </tspan>
        )
      })}
    </text>
  )
}
