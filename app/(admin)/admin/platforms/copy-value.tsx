'use client'

import { useTranslations } from 'next-intl'
import { CopyButton } from '@/app/_components/ui/copy-button'

/** A value to take to the LMS. */
export function CopyValue({ name, value }: { name: string; value: string }) {
  const t = useTranslations('lms.copy')
  return <CopyButton text={value} label={t('label', { name })} copied={t('copied')} failed={t('failed')} />
}
