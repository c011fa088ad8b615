import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { formatPoints } from '@/lib/exam/points'
import { services } from '@/lib/server/services'
import { publicViewOf } from '@/lib/use-cases/public-view-of'
import type { Review } from '@/lib/use-cases/review'
import { ReviewDesk } from './review-desk'

/** Groups that are sent to the page at once; others follow when these are settled. */
const SHOWN = 20

/** What waits for a person, most points at stake first, and how right the automatic grades were found. */
export async function ReviewPage({ review }: { review: Review }) {
  const [t, locale, format] = await Promise.all([getTranslations('review'), getLocale(), getFormatter()])
  const { questions } = services().deps
  const { audits } = review
  const percent = (value: number) => format.number(value, { style: 'percent', maximumFractionDigits: 1 })
  return (
    <div className="space-y-6">
      <p className="text-muted">
        {t('waiting', { answers: review.waiting, decisions: review.groups.length })}{' '}
        {audits.interval === null
          ? t('audits.none', { open: audits.open })
          : t('audits.error', {
              checked: audits.checked,
              changed: audits.changed,
              share: percent(audits.changed / audits.checked),
              low: percent(audits.interval[0]),
              high: percent(audits.interval[1]),
              open: audits.open,
            })}
      </p>
      <ReviewDesk
        locale={locale}
        groups={review.groups.slice(0, SHOWN).flatMap(({ key, stake, items }) => {
          const [head] = items
          if (!head) return []
          const question = questions.find(head.type) ? publicViewOf(questions, head) : null
          return [
            {
              key,
              stake: formatPoints(Math.round(stake)),
              head: {
                attemptId: head.attemptId,
                student: head.student,
                points: head.points,
                result: head.result,
                response: head.response,
                audit: head.audit,
                claimedBy: head.claimedBy,
                requests: head.requests.map(({ part, criterion, words }) => ({ part, criterion, words })),
              },
              title: question?.title[locale] ?? head.type,
              fields: question?.fields ?? [],
              targets: items.map(({ itemId, gradeId }) => ({ itemId, gradeId })),
              others: items.slice(1, 6).map(({ attemptId, student }) => ({ attemptId, student })),
            },
          ]
        })}
      />
    </div>
  )
}
