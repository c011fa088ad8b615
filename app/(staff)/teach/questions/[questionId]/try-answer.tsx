'use client'

import { useLocale, useTranslations } from 'next-intl'
import { type ReactNode, useState, useTransition } from 'react'
import { AnswerFields } from '@/app/_components/question/answer-fields'
import { Button } from '@/app/_components/ui/button'
import { Card } from '@/app/_components/ui/card'
import type { Field, StoredResponse } from '@/lib/question/field'
import { tryAnswer } from './actions'

/** The answer fields of the variant on view, graded as a student's answer would be. */
export function TryAnswer({
  questionId,
  seed,
  fields,
}: {
  questionId: string
  seed: string
  fields: readonly Field[]
}) {
  const t = useTranslations('bank.try')
  const tBank = useTranslations('bank')
  const locale = useLocale()
  const [response, setResponse] = useState<StoredResponse>({})
  const [found, setFound] = useState<{ view: ReactNode; score: number } | string | null>(null)
  const [pending, start] = useTransition()
  const grade = () =>
    start(async () => {
      const form = new FormData()
      form.set('questionId', questionId)
      form.set('seed', seed)
      form.set('response', JSON.stringify(response))
      const answer = await tryAnswer({ status: 'idle' }, form).catch(() => null)
      if (answer?.status === 'done') setFound(answer.done)
      else setFound(answer?.status === 'signed-out' ? tBank('signedOut') : t('failed'))
    })
  return (
    <Card className="space-y-4">
      <h2 className="font-semibold text-lg">{t('title')}</h2>
      <p className="text-muted text-sm">{t('text')}</p>
      <AnswerFields
        fields={fields}
        response={response}
        onChange={(name, value) => setResponse((before) => ({ ...before, [name]: value }))}
        onBlur={() => undefined}
        readOnly={false}
        locale={locale}
        idPrefix="try"
      />
      <Button look="primary" disabled={pending} onClick={grade}>
        {t('grade')}
      </Button>
      <div role="status" className="space-y-3">
        {typeof found === 'string' && <p className="text-bad">{found}</p>}
        {found !== null && typeof found !== 'string' && (
          <>
            <p className="font-semibold">{t('score', { percent: Math.round(found.score * 1000) / 10 })}</p>
            {found.view}
          </>
        )}
      </div>
    </Card>
  )
}
