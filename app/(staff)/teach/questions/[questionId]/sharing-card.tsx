'use client'

import { useLocale, useTranslations } from 'next-intl'
import { Button } from '@/app/_components/ui/button'
import { Card } from '@/app/_components/ui/card'
import { Notice } from '@/app/_components/ui/notice'
import { SelectInput } from '@/app/_components/ui/select-input'
import { useFormAction } from '@/app/_components/use-form-action'
import type { Localized } from '@/lib/core/localized'
import { copy, share } from './actions'

interface Course {
  readonly id: string
  readonly title: Localized
}

interface SharingCardProps {
  questionId: string
  /** Whether it may be shared: the viewer may change it. */
  mayManage: boolean
  sharedWith: readonly Course[]
  /** The viewer's other courses. */
  courses: readonly Course[]
}

/** Which other courses may use the question; and copies that go their own way. */
export function SharingCard({ questionId, mayManage, sharedWith, courses }: SharingCardProps) {
  const t = useTranslations('bank.sharing')
  const tBank = useTranslations('bank')
  const locale = useLocale()
  const sharing = useFormAction(share)
  const copying = useFormAction(copy)
  const options = (of: readonly Course[]) => of.map(({ id, title }) => [id, title[locale]] as const)
  const open = courses.filter(({ id }) => !sharedWith.some((each) => each.id === id))
  const refused = [sharing.state, copying.state].some(({ status }) => status === 'refused')
  const signedOut = [sharing.state, copying.state].some(({ status }) => status === 'signed-out')
  return (
    <Card aria-labelledby="sharing" className="space-y-4">
      <h2 id="sharing" className="font-semibold text-lg">
        {t('title')}
      </h2>
      {mayManage && (
        <>
          <p className="text-muted">{t('text')}</p>
          <ul className="divide-y divide-line">
            {sharedWith.map(({ id, title }) => (
              <li key={id} className="flex flex-wrap items-center justify-between gap-3 py-2">
                {title[locale]}
                <form {...sharing.form}>
                  <input type="hidden" name="questionId" value={questionId} />
                  <input type="hidden" name="courseId" value={id} />
                  <input type="hidden" name="shared" value="0" />
                  <Button
                    type="submit"
                    size="small"
                    className="min-h-11"
                    disabled={sharing.pending}
                    aria-label={t('stopFor', { course: title[locale] })}
                  >
                    {t('stop')}
                  </Button>
                </form>
              </li>
            ))}
          </ul>
          {open.length > 0 && (
            <form {...sharing.form} className="flex flex-wrap items-end gap-3">
              <input type="hidden" name="questionId" value={questionId} />
              <input type="hidden" name="shared" value="1" />
              <SelectInput label={t('with')} name="courseId" options={options(open)} />
              <Button type="submit" disabled={sharing.pending}>
                {t('share')}
              </Button>
            </form>
          )}
        </>
      )}
      {courses.length > 0 && (
        <form {...copying.form} className="flex flex-wrap items-end gap-3">
          <input type="hidden" name="questionId" value={questionId} />
          <SelectInput label={t('copyTo')} name="courseId" options={options(courses)} />
          <Button type="submit" disabled={copying.pending}>
            {t('copy')}
          </Button>
        </form>
      )}
      <div role="status">
        {refused && <Notice tone="bad">{tBank('notAllowed')}</Notice>}
        {signedOut && <Notice tone="bad">{tBank('signedOut')}</Notice>}
      </div>
    </Card>
  )
}
