import type { Signal } from './compile'
import type { NormalisedText } from './normalise'
import type { Segmentation } from './sentences'

/** asserted: said to be so; denied: said not to be so; void: asked, rejected, supposed, or not part of an answer. */
export type Standing = 'asserted' | 'denied' | 'void'

/** A concept where it stands in the normalised text. */
export interface Hit {
  readonly concept: number
  readonly start: number
  readonly end: number
  readonly sentence: number
  readonly clause: number
  standing: Standing
}

export interface SentenceReading {
  readonly start: number
  readonly end: number
  readonly question: boolean
  readonly hedged: boolean
  readonly instructs: boolean
  /** Speaks about statements instead of making them. */
  readonly wary: boolean
  readonly copied: boolean
  readonly list: boolean
  readonly supposed: boolean
  readonly letters: number
  /** How it is said: each a sign that the writer may not vouch for it. */
  readonly conditional: boolean
  readonly modal: boolean
  readonly personal: boolean
  readonly contrast: boolean
  readonly quoted: boolean
  readonly denies: boolean
}

export interface Reading {
  readonly norm: NormalisedText
  readonly segmentation: Segmentation
  readonly sentences: readonly SentenceReading[]
  readonly hits: Hit[]
  /** Letters in the answer. */
  readonly letters: number
}

export interface Span {
  readonly start: number
  readonly end: number
}

/** The spans of each kind of signal in a text. */
export type Signals = (signal: Signal) => readonly Span[]
