'use client'

import { useTranslations } from 'next-intl'
import { CopyButton } from '@/app/_components/ui/copy-button'

/** A value to take to the LMS. */
export function CopyValue({ name, value }: { name: string; value: string }) {
  const t = useTranslations('lms.copy')
  // Seen beside the value, and heard with its name.
  const label = (
    <>
      {t('label')} <span className="sr-only">{name}</span>
    </>
  )
  return <CopyButton text={value} label={label} copied={t('copied')} failed={t('failed')} />
}
