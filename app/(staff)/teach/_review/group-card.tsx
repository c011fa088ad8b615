'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { GradeView } from '@/app/_components/question/grade-view'
import { ResponseView } from '@/app/_components/question/response-view'
import { Badge } from '@/app/_components/ui/badge'
import { Button } from '@/app/_components/ui/button'
import { Card } from '@/app/_components/ui/card'
import { Notice } from '@/app/_components/ui/notice'
import { TextInput } from '@/app/_components/ui/text-input'
import type { Locale } from '@/lib/core/localized'
import { formatPoints } from '@/lib/exam/points'
import { isTyping, type ShownGroup } from './shown-group'

interface GroupCardProps {
  group: ShownGroup
  place: number
  of: number
  locale: Locale
  pending: boolean
  fields: Readonly<Record<string, string>>
  onSettle: (form: FormData) => void
  onMove: (by: number) => void
}

const steps = [
  [1, 'met'],
  [0.5, 'partial'],
  [0, 'unmet'],
] as const

/** Answers that one decision settles: the first of them whole, what the grader makes of it, and the verdicts to give. */
export function GroupCard({ group, place, of, locale, pending, fields, onSettle, onMove }: GroupCardProps) {
  const t = useTranslations('review')
  const form = useRef<HTMLFormElement>(null)
  const { head, targets } = group
  const criteria = (head.result?.parts ?? []).flatMap((part) =>
    (part.criteria ?? []).map((criterion) => ({ part: part.id, criterion })),
  )
  const [scores, setScores] = useState<readonly number[]>(() =>
    criteria.map(({ criterion }) => criterion.score),
  )
  const [touched, setTouched] = useState<ReadonlySet<number>>(new Set())
  const choose = (i: number, score: number) => {
    setScores((before) => before.map((each, at) => (at === i ? score : each)))
    setTouched((before) => new Set(before).add(i))
  }
  const verdicts = criteria.flatMap(({ part, criterion }, i) =>
    criterion.decision === 'unsure' || (touched.has(i) && scores[i] !== criterion.score)
      ? [{ part, criterion: criterion.id, score: scores[i] ?? 0 }]
      : [],
  )

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      const digit = /^[1-9]$/.test(event.key) ? Number(event.key) - 1 : -1
      if (digit >= 0 && digit < criteria.length) {
        const now = steps.findIndex(([score]) => score === scores[digit])
        choose(digit, steps[(now + 1) % steps.length]?.[0] ?? 0)
      } else if (event.key === 'Enter' && !(event.target as HTMLElement).closest('button, a, summary'))
        form.current?.requestSubmit()
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  })

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const sent = new FormData(event.currentTarget)
    sent.set('decisionId', crypto.randomUUID())
    sent.set('targets', JSON.stringify(targets))
    sent.set('asked', head.requests.length > 0 ? 'yes' : 'no')
    sent.set(
      'override',
      JSON.stringify(verdicts.length === 0 ? { kind: 'confirm' } : { kind: 'criteria', verdicts }),
    )
    onSettle(sent)
  }
  const interval = head.result?.interval
  const points = (share: number) => formatPoints(Math.round(share * head.points))
  const wrong = fields.reason

  return (
    <Card aria-labelledby="review-group" className="space-y-5">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div>
          <p className="text-muted text-sm tabular-nums">{t('place', { place, of })}</p>
          <h2 id="review-group" className="font-semibold text-xl">
            {group.title}
          </h2>
          <Link
            href={`/teach/attempts/${head.attemptId}`}
            className="inline-flex min-h-11 items-center text-accent hover:underline"
          >
            {t('open', { name: head.student })}
          </Link>
        </div>
        <div className="flex flex-wrap gap-2">
          {targets.length > 1 && <Badge>{t('alike', { count: targets.length })}</Badge>}
          {head.audit && <Badge>{t('audit')}</Badge>}
          {head.requests.length > 0 && <Badge tone="warn">{t('asked')}</Badge>}
          <Badge>{t('stake', { points: group.stake })}</Badge>
        </div>
      </div>
      {head.claimedBy !== null && <Notice tone="warn">{t('claimed', { name: head.claimedBy })}</Notice>}
      {head.requests.map((request) => (
        <blockquote
          key={`${request.part} ${request.criterion}`}
          className="whitespace-pre-wrap break-words border-warn border-l-4 pl-4"
        >
          {request.words}
        </blockquote>
      ))}
      <ResponseView fields={group.fields} response={head.response} locale={locale} />
      {interval && (
        <p className="tabular-nums">
          {t('interval', { low: points(interval[0]), high: points(interval[1]), max: points(1) })}
        </p>
      )}
      {head.result && (
        <GradeView
          grade={head.result}
          response={head.response}
          fields={group.fields}
          locale={locale}
          points={head.points / 100}
        />
      )}
      {targets.length > 1 && (
        <p className="text-muted text-sm">
          {t('others', { count: targets.length - 1 })}{' '}
          {group.others.map(({ attemptId, student }) => (
            <Link
              key={attemptId}
              href={`/teach/attempts/${attemptId}`}
              className="mr-3 text-accent underline"
            >
              {student}
            </Link>
          ))}
        </p>
      )}
      <form ref={form} onSubmit={submit} noValidate className="space-y-4">
        {criteria.map(({ part, criterion }, i) => (
          <fieldset key={`${part} ${criterion.id}`} className="space-y-1">
            <legend className="font-medium">
              <kbd className="mr-2 rounded border border-line px-1.5">{i + 1}</kbd>
              {criterion.title[locale]}
            </legend>
            <div className="flex flex-wrap gap-x-6">
              {steps.map(([score, verdict]) => (
                <label key={verdict} className="inline-flex min-h-11 items-center gap-2">
                  <input
                    type="radio"
                    name={`verdict-${i}`}
                    checked={scores[i] === score}
                    onChange={() => choose(i, score)}
                    className="size-5"
                  />
                  {t(`verdicts.${verdict}`)}
                </label>
              ))}
            </div>
          </fieldset>
        ))}
        <TextInput
          label={t('reason')}
          hint={t(head.requests.length > 0 ? 'reasonAsked' : 'reasonHint')}
          name="reason"
          autoComplete="off"
          maxLength={2000}
          error={
            wrong === undefined
              ? undefined
              : t(wrong === 'reasonLong' ? 'wrong.reasonLong' : 'wrong.reasonMissing')
          }
        />
        <div className="flex flex-wrap gap-2">
          <Button type="submit" look="primary" disabled={pending || head.result === null}>
            {t(verdicts.length === 0 ? 'confirm' : 'decide', { count: targets.length })}
          </Button>
          <Button onClick={() => onMove(-1)}>{t('previous')}</Button>
          <Button onClick={() => onMove(1)}>{t('next')}</Button>
        </div>
      </form>
    </Card>
  )
}
