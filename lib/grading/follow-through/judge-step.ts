/** What an earlier answer leads to at the next step, worked out without a further slip. */
export type Consequence<Value> =
  | { readonly kind: 'value'; readonly value: Value }
  /** The earlier answer leaves nothing to work out here. */
  | { readonly kind: 'trivial'; readonly value: Value }
  /** With the earlier answer the next step can't be done. */
  | { readonly kind: 'impossible' }

/** One way from an earlier answer of the student, itself not right, to this step. */
export interface Route<Value> {
  readonly from: string
  readonly consequence: Consequence<Value>
}

export type StepVerdict =
  | { readonly kind: 'correct' }
  | { readonly kind: 'follow-through'; readonly from: string }
  /** It follows from the earlier answer, or nothing can; no points, for the reason given. */
  | { readonly kind: 'withheld'; readonly from: string; readonly reason: 'trivial' | 'impossible' }
  | { readonly kind: 'wrong' }

/**
 * Judges one step of a chain of answers: right by the key, else right for an earlier wrong answer of the student's
 * own. The slip was charged where it was made; here it is not charged again, except where it made the step trivial or
 * impossible. `routes` hold only earlier answers that were read and were wrong; the rule is in docs/follow-through.md.
 */
export function judgeStep<Value>(
  given: Value,
  key: Value,
  routes: readonly Route<Value>[],
  equal: (a: Value, b: Value) => boolean,
): StepVerdict {
  if (equal(given, key)) return { kind: 'correct' }
  for (const { from, consequence } of routes) {
    if (consequence.kind === 'value' && equal(given, consequence.value))
      return { kind: 'follow-through', from }
  }
  for (const { from, consequence } of routes) {
    if (consequence.kind === 'trivial' && equal(given, consequence.value)) {
      return { kind: 'withheld', from, reason: 'trivial' }
    }
  }
  const blocked = routes.find(({ consequence }) => consequence.kind === 'impossible')
  return blocked === undefined
    ? { kind: 'wrong' }
    : { kind: 'withheld', from: blocked.from, reason: 'impossible' }
}
