'use client'

import { Eye } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/app/_components/ui/button'
import { SelectInput } from '@/app/_components/ui/select-input'
import { TextInput } from '@/app/_components/ui/text-input'
import { useFormAction } from '@/app/_components/use-form-action'
import { duplicate, preview, setPublished } from './actions'
import { Refused } from './refused'

export function PreviewForm({ examId }: { examId: string }) {
  const t = useTranslations('builder')
  const { state, pending, form } = useFormAction(preview)
  return (
    <form {...form} className="space-y-2">
      <input type="hidden" name="examId" value={examId} />
      <Button type="submit" disabled={pending}>
        <Eye aria-hidden className="size-4" />
        {t('preview')}
      </Button>
      <Refused state={state} />
    </form>
  )
}

interface PublishFormProps {
  examId: string
  base: number
  published: boolean
  ready: boolean
}

export function PublishForm({ examId, base, published, ready }: PublishFormProps) {
  const t = useTranslations('builder')
  const { state, pending, form } = useFormAction(setPublished)
  return (
    <form {...form} className="space-y-2">
      <input type="hidden" name="examId" value={examId} />
      <input type="hidden" name="base" value={base} />
      <input type="hidden" name="published" value={published ? '0' : '1'} />
      <Button
        type="submit"
        look={published ? 'secondary' : 'primary'}
        disabled={pending || (!published && !ready)}
      >
        {published ? t('unpublish') : t('publish')}
      </Button>
      <Refused state={state} />
      {published && <p className="text-good text-sm">{t('isPublished')}</p>}
    </form>
  )
}

interface DuplicateFormProps {
  examId: string
  courseId: string
  courses: readonly (readonly [string, string])[]
}

export function DuplicateForm({ examId, courseId, courses }: DuplicateFormProps) {
  const t = useTranslations('builder')
  const { state, pending, form } = useFormAction(duplicate)
  return (
    <form {...form} className="space-y-4">
      <p className="text-muted">{t('duplicate.text')}</p>
      <input type="hidden" name="examId" value={examId} />
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectInput
          name="courseId"
          label={t('duplicate.course')}
          options={courses}
          defaultValue={courseId}
        />
        <TextInput
          name="shiftDays"
          label={t('duplicate.days')}
          hint={t('duplicate.daysHint')}
          defaultValue="0"
          inputMode="numeric"
          error={state.status === 'invalid' ? t('duplicate.wrong') : undefined}
        />
      </div>
      <Refused state={state} />
      <Button type="submit" disabled={pending}>
        {t('duplicate.button')}
      </Button>
    </form>
  )
}
