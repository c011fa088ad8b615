'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/app/_components/ui/button'
import { TextInput } from '@/app/_components/ui/text-input'
import { useFormAction } from '@/app/_components/use-form-action'
import type { Localized } from '@/lib/core/localized'
import { createCourse, createExam, editCourse } from './actions'

const wrongs = ['missing', 'tooLong', 'code'] as const

/** What a field needs, in words; undefined where nothing is wrong with it. */
function useWrong(fields: Readonly<Record<string, string>>) {
  const t = useTranslations('course.wrong')
  return (field: string): string | undefined => {
    const wrong = wrongs.find((each) => each === fields[field])
    return fields[field] === undefined ? undefined : t(wrong ?? 'missing')
  }
}

/** A title in both languages. */
function TitleFields({ wrong, title }: { wrong: ReturnType<typeof useWrong>; title?: Localized }) {
  const t = useTranslations('course')
  return (
    <>
      <TextInput
        label={t('titleKo')}
        name="ko"
        maxLength={200}
        defaultValue={title?.ko}
        error={wrong('ko')}
      />
      <TextInput
        label={t('titleEn')}
        name="en"
        maxLength={200}
        defaultValue={title?.en}
        error={wrong('en')}
      />
    </>
  )
}

export function NewExam({ courseId }: { courseId: string }) {
  const t = useTranslations('course')
  const { state, pending, form } = useFormAction(createExam)
  const wrong = useWrong(state.status === 'invalid' ? state.fields : {})
  return (
    <form {...form} className="space-y-4" aria-busy={pending}>
      <input type="hidden" name="courseId" value={courseId} />
      <div className="grid gap-4 sm:grid-cols-2">
        <TitleFields wrong={wrong} />
      </div>
      <p role="status" className="text-bad text-sm">
        {state.status === 'refused' && t('notAllowed')}
        {state.status === 'signed-out' && t('signedOut')}
      </p>
      <Button type="submit" look="primary" disabled={pending}>
        {t('newExam')}
      </Button>
    </form>
  )
}

export function NewCourse() {
  const t = useTranslations('course')
  const { state, pending, form } = useFormAction(createCourse)
  const wrong = useWrong(state.status === 'invalid' ? state.fields : {})
  const taken =
    state.status === 'refused' && state.refusal.kind === 'code-taken' ? t('wrong.taken') : undefined
  return (
    <form {...form} className="space-y-4" aria-busy={pending}>
      <div className="grid gap-4 sm:grid-cols-2">
        <TitleFields wrong={wrong} />
        <TextInput
          label={t('code')}
          hint={t('codeHint')}
          name="code"
          maxLength={40}
          error={wrong('code') ?? taken}
        />
        <TextInput label={t('term')} hint={t('termHint')} name="term" maxLength={40} error={wrong('term')} />
      </div>
      <p role="status" className="text-bad text-sm">
        {state.status === 'refused' && state.refusal.kind !== 'code-taken' && t('notAllowed')}
        {state.status === 'signed-out' && t('signedOut')}
      </p>
      <Button type="submit" look="primary" disabled={pending}>
        {t('newCourse')}
      </Button>
    </form>
  )
}

export function EditCourse({
  course,
}: {
  course: { readonly id: string; readonly title: Localized; readonly term: string }
}) {
  const t = useTranslations('course')
  const { state, pending, form } = useFormAction(editCourse)
  const wrong = useWrong(state.status === 'invalid' ? state.fields : {})
  return (
    <form {...form} className="space-y-4" aria-busy={pending}>
      <input type="hidden" name="courseId" value={course.id} />
      <div className="grid gap-4 sm:grid-cols-2">
        <TitleFields wrong={wrong} title={course.title} />
        <TextInput
          label={t('term')}
          name="term"
          maxLength={40}
          defaultValue={course.term}
          error={wrong('term')}
        />
      </div>
      <p role="status" className="text-sm">
        {state.status === 'done' && <span className="text-good">{t('saved')}</span>}
        {state.status === 'refused' && <span className="text-bad">{t('notAllowed')}</span>}
        {state.status === 'signed-out' && <span className="text-bad">{t('signedOut')}</span>}
      </p>
      <Button type="submit" disabled={pending}>
        {t('save')}
      </Button>
    </form>
  )
}
