import type { Localized } from '@/lib/core/localized'
import { type Extent, isSquare, writePadding } from './arithmetic'

/** 64 \times 64, inside math. */
export const texSize = (size: Extent): string => `${size.height} \\times ${size.width}`

/** 2, or 1 \times 2 where the axes differ, inside math. */
export const texPadding = (padding: Extent): string =>
  isSquare(padding) ? writePadding(padding) : texSize(padding)

/** 64×64, in plain text. */
export const plainSize = (size: Extent): string => `${size.height}×${size.width}`

export const axisNames = {
  height: { ko: '세로', en: 'height' },
  width: { ko: '가로', en: 'width' },
} as const satisfies Record<string, Localized>

export const partTitles = {
  padding: { ko: '패딩', en: 'Padding' },
  paddedSize: { ko: '패딩한 입력의 크기', en: 'Padded input size' },
  outputSize: { ko: '특징맵의 크기', en: 'Feature map size' },
  sketch: { ko: '파이프라인 스케치', en: 'Pipeline sketch' },
} as const satisfies Record<string, Localized>

export const joined = (...sentences: readonly Localized[]): Localized => ({
  ko: sentences.map((sentence) => sentence.ko).join(' '),
  en: sentences.map((sentence) => sentence.en).join(' '),
})
