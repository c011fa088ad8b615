import { Download, ExternalLink } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { Button } from '@/app/_components/ui/button'
import { Notice } from '@/app/_components/ui/notice'
import { FILE_PATH } from '@/lib/exam/seb/names'
import type { SebRequest } from '@/lib/use-cases/safe-exam-browser'
import { SebDoor } from './seb-door'

interface SebGateProps {
  examId: string
  /** The student's attempt has started. */
  running: boolean
  request: SebRequest
}

/** What a student does who has come without Safe Exam Browser, or with one that is set up for something else. */
export async function SebGate({ examId, running, request }: SebGateProps) {
  const t = await getTranslations('seb.gate')
  const file = `/exams/${examId}/${FILE_PATH}`
  // The scheme "seb" stands for http, "sebs" for https.
  const link = `${request.origin.replace(/^http/, 'seb')}${file}`
  return (
    <section className="space-y-4" data-testid="seb-gate">
      <Notice tone="warn" title={t('title')}>
        <p>
          {t('what')} {t(running ? 'running' : 'waiting')}
        </p>
      </Notice>
      <SebDoor recognised={request.sent.length > 0} />
      <ol className="list-decimal space-y-3 pl-6">
        <li>
          {t('install')}{' '}
          <a
            href="https://safeexambrowser.org/download"
            target="_blank"
            rel="noreferrer"
            className="inline-flex items-center gap-1 underline"
          >
            safeexambrowser.org
            <ExternalLink aria-hidden className="size-4" />
          </a>
        </li>
        <li>
          {t('open')}
          <div className="flex flex-wrap gap-3 pt-2">
            <Button asChild look="primary">
              <a href={link}>{t('openLink')}</a>
            </Button>
            <Button asChild>
              <a href={file}>
                <Download aria-hidden className="size-4" />
                {t('download')}
              </a>
            </Button>
          </div>
        </li>
        <li>{t('signIn')}</li>
      </ol>
      <p className="text-muted text-sm">{t('help')}</p>
    </section>
  )
}
