import { previewExpression } from '@/lib/grading/expression/preview-expression'
import type { Preview } from '@/lib/grading/preview'
import { previewInteger, previewPadding, previewSize } from '@/lib/grading/sizes/preview'

export type PreviewedKind = 'expression' | 'integer' | 'padding' | 'size'

const previews: Record<PreviewedKind, (text: string) => Preview> = {
  expression: previewExpression,
  integer: previewInteger,
  padding: previewPadding,
  size: previewSize,
}

/** How the text typed so far is read, for a field of this kind; says nothing about whether it is right. */
export const previewField = (kind: PreviewedKind, text: string): Preview => previews[kind](text)
