'use client'

import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/app/_components/ui/button'
import { Notice } from '@/app/_components/ui/notice'
import { TextOrFile } from '@/app/_components/ui/text-or-file'
import { useFormAction } from '@/app/_components/use-form-action'
import { importQuestions } from './actions'

/** A file is looked at first: what it would make, or what is wrong with it line by line. Only then is it taken. */
export function ImportForm({ courseId }: { courseId: string }) {
  const t = useTranslations('bank.files')
  const tBank = useTranslations('bank')
  const locale = useLocale()
  const [text, setText] = useState('')
  const { state, pending, form } = useFormAction(importQuestions)
  const done = state.status === 'done' ? state.done : null
  return (
    <form {...form} className="space-y-4" aria-busy={pending}>
      <input type="hidden" name="courseId" value={courseId} />
      <TextOrFile
        fileLabel={t('file')}
        textLabel={t('paste')}
        name="text"
        accept=".json,application/json"
        value={text}
        onChange={setText}
        className="font-mono"
      />
      <div role="status" className="space-y-3">
        {state.status === 'invalid' && <Notice tone="bad">{t('tooLong')}</Notice>}
        {state.status === 'signed-out' && <Notice tone="bad">{tBank('signedOut')}</Notice>}
        {state.status === 'refused' &&
          (state.refusal.kind === 'not-found' ? (
            <Notice tone="bad">{tBank('notAllowed')}</Notice>
          ) : (
            <Notice tone="bad" title={t('problems', { count: state.refusal.problems.length })}>
              <ul className="list-disc pl-5">
                {state.refusal.problems.map(({ line, message }) => (
                  <li key={`${line} ${message}`} className="break-words">
                    {t('problem', { line, message })}
                  </li>
                ))}
              </ul>
            </Notice>
          ))}
        {done?.kind === 'preview' && (
          <Notice tone="info" title={t('preview', { questions: done.titles.length })}>
            <ul className="list-disc pl-5">
              {done.titles.map((title, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: titles may be alike.
                <li key={i}>{title[locale]}</li>
              ))}
            </ul>
            {done.exam && <p>{t('previewExam', { title: done.exam[locale] })}</p>}
          </Notice>
        )}
        {done?.kind === 'imported' && (
          <Notice tone="good" title={t('imported', { questions: done.questions })}>
            {done.examId !== null && (
              <Link href={`/teach/exams/${done.examId}/build`} className="underline">
                {t('toExam')}
              </Link>
            )}
          </Notice>
        )}
      </div>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" name="step" value="look" disabled={pending}>
          {t(pending ? 'working' : 'look')}
        </Button>
        {done?.kind === 'preview' && (
          <Button type="submit" look="primary" name="step" value="take" disabled={pending}>
            {t('take')}
          </Button>
        )}
      </div>
    </form>
  )
}
