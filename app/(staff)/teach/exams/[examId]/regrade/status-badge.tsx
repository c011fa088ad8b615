import { useTranslations } from 'next-intl'
import { Badge, type Tone } from '@/app/_components/ui/badge'
import type { RegradeStatus } from '@/lib/use-cases/regrade-store'

const tones: Readonly<Record<RegradeStatus, Tone>> = {
  planning: 'accent',
  planned: 'warn',
  applying: 'accent',
  applied: 'good',
  'rolling-back': 'accent',
  'rolled-back': 'neutral',
  discarded: 'neutral',
}

export function StatusBadge({ status }: { status: RegradeStatus }) {
  const t = useTranslations('regrade.status')
  return (
    <Badge tone={tones[status]} data-testid="regrade-status">
      {t(status)}
    </Badge>
  )
}
