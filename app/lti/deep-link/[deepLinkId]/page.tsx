import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { Button } from '@/app/_components/ui/button'
import { Card } from '@/app/_components/ui/card'
import { SelectInput } from '@/app/_components/ui/select-input'
import { TextInput } from '@/app/_components/ui/text-input'
import { DEEP_LINK_MS } from '@/lib/lti/deep-link'
import { services } from '@/lib/server/services'
import { requirePerson } from '@/lib/server/viewer'

interface Props {
  params: Promise<{ deepLinkId: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('lms.choose'))('title') }
}

/** In a dialog of the LMS: which exam its new link opens. Forms go to the road that signs the answer. */
export default async function DeepLinkPage({ params }: Props) {
  const { deepLinkId } = await params
  const viewer = await requirePerson(`/lti/deep-link/${deepLinkId}`)
  const { deps, deepLinks } = services()
  const since = new Date(deps.clock.now().getTime() - DEEP_LINK_MS)
  const asked = await deepLinks().find({ id: deepLinkId, viewer, since })
  if (!asked) notFound()
  const [t, locale] = await Promise.all([getTranslations('lms.choose'), getLocale()])
  const form = { method: 'post', action: `/lti/deep-link/${deepLinkId}/answer` } as const
  return (
    <div className="space-y-6">
      <div>
        <h1 className="font-bold text-2xl">{t('title')}</h1>
        <p className="text-muted">{t('text', { course: asked.course.title[locale] })}</p>
      </div>
      {asked.exams.length > 0 && (
        <Card aria-labelledby="existing" className="space-y-4">
          <h2 id="existing" className="font-semibold text-lg">
            {t('existing')}
          </h2>
          <form {...form} className="space-y-4">
            <input type="hidden" name="language" value={locale} />
            <input type="hidden" name="title" value="" />
            <SelectInput
              label={t('exam')}
              name="examId"
              defaultValue={asked.exams[0]?.id ?? ''}
              options={asked.exams.map(({ id, title }) => [id, title[locale]] as const)}
            />
            <Button type="submit" look="primary">
              {t('add')}
            </Button>
          </form>
        </Card>
      )}
      <Card aria-labelledby="new" className="space-y-4">
        <h2 id="new" className="font-semibold text-lg">
          {t('new')}
        </h2>
        <p className="text-muted">{t('newText')}</p>
        <form {...form} className="space-y-4">
          <input type="hidden" name="language" value={locale} />
          <input type="hidden" name="examId" value="" />
          <TextInput label={t('newTitle')} name="title" maxLength={200} autoComplete="off" required />
          <Button type="submit">{t('make')}</Button>
        </form>
      </Card>
    </div>
  )
}
