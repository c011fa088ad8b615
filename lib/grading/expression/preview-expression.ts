import type { Preview } from '@/lib/grading/preview'
import { chainToTex } from './expression-to-tex'
import { describeReadProblem } from './read-problem'
import { readWorking } from './read-working'

/**
 * What is typed, shown back as a formula, or where it stops being readable. Nothing is worked out, so that it can't
 * hint at the right answer: a chain whose links disagree is shown like any other.
 */
export function previewExpression(text: string): Preview {
  const read = readWorking(text)
  if (read.ok) return { kind: 'formula', tex: chainToTex(read.value) }
  if (read.error.kind === 'empty') return { kind: 'empty' }
  return { kind: 'problem', at: read.error.at, message: describeReadProblem(read.error) }
}
