import type { Fraction } from '@/lib/grading/exact/fraction'

/** Height and width as typed, exact; not yet known to be whole or positive. Of a padding: rows above (and below), columns left (and right). */
export interface Size {
  readonly height: Fraction
  readonly width: Fraction
}
