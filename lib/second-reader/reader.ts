import type { Locale } from '@/lib/core/localized'
import { err, ok, type Result } from '@/lib/core/result'
import type { ReadingOutcome, ReadingTask, SecondReader } from '@/lib/use-cases/second-reader'
import type { Chat, ChatFailure } from './chat-client'
import { merge, type PlacedReply } from './merge'
import { placeQuote } from './place-quote'
import { buildMessages } from './prompt'
import { parseReply } from './reply'
import { addressesReader, copiedSpans } from './unusable'

/** Longest answer that is sent, as much as the grader itself reads. */
const MAX_ANSWER = 4000

/** The beginning of an answer, never ending in half of a surrogate pair. */
const beginning = (answer: string): string => answer.slice(0, MAX_ANSWER).replace(/[\uD800-\uDBFF]$/, '')

type Silence = Exclude<ReadingOutcome, { kind: 'suggestion' }>

/** Whether the same question may well be answered a little later. */
const isPassing = (failure: ChatFailure): boolean =>
  failure.kind === 'timeout' ||
  failure.kind === 'unreachable' ||
  (failure.kind === 'status' && (failure.status === 408 || failure.status === 429 || failure.status >= 500))

const explain = (failure: ChatFailure): string =>
  failure.kind === 'status' ? `HTTP status ${failure.status}` : failure.kind

/** Asks an endpoint twice for each criterion, in Korean and in English, and believes only what can be verified. */
export function createSecondReader(model: string, chat: Chat): SecondReader {
  async function ask(
    task: ReadingTask,
    locale: Locale,
    signal: AbortSignal | undefined,
  ): Promise<Result<PlacedReply, Silence>> {
    const said = await chat(buildMessages(task, locale), signal)
    if (!said.ok) {
      return err({ kind: isPassing(said.error) ? 'unavailable' : 'none', why: explain(said.error) })
    }
    const reply = parseReply(said.value)
    if (!reply) return err({ kind: 'none', why: 'the reply has not the agreed form' })
    const unusable = [
      ...copiedSpans(task.answer, [task.question.ko, task.question.en]),
      ...(reply.verdict === 'met' ? task.against : []),
    ]
    const span = placeQuote(task.answer, reply, unusable)
    return span ? ok({ ...reply, span }) : err({ kind: 'none', why: 'the quotation is not in the answer' })
  }

  return {
    model,
    async read(whole, signal) {
      const task = { ...whole, answer: beginning(whole.answer) }
      if (task.answer.trim() === '') return { kind: 'none', why: 'nothing was answered' }
      if (addressesReader(task.answer)) return { kind: 'none', why: 'the answer speaks to its reader' }
      const first = await ask(task, 'ko', signal)
      if (!first.ok) return first.error
      // Without a decision there is nothing that a second reading could agree with.
      if (first.value.verdict === 'unsure') return { kind: 'none', why: 'it is unsure too' }
      const second = await ask(task, 'en', signal)
      return second.ok ? merge(first.value, second.value) : second.error
    },
  }
}
