import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { FindForm } from '@/app/_components/paging/find-form'
import { listQuerySchema, pageOf, searchOf } from '@/app/_components/paging/list-query'
import { Pager } from '@/app/_components/paging/pager'
import { Card } from '@/app/_components/ui/card'
import { services } from '@/lib/server/services'
import { requireStaff } from '@/lib/server/viewer'
import { CourseHeading } from '../course-heading'
import { InviteForm, RevokeForm } from './invite-form'
import { LmsRosters } from './lms-roster'
import { MemberForm } from './member-form'
import { RosterForm } from './roster-form'

interface Props {
  params: Promise<{ courseId: string }>
  searchParams: Promise<Record<string, string | string[]>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('members'))('title') }
}

export default async function PeoplePage({ params, searchParams }: Props) {
  const { courseId } = await params
  const viewer = await requireStaff(`/teach/courses/${courseId}/people`)
  const { deps } = services()
  const people = await deps.people.find({ courseId, viewer })
  if (!people) notFound()
  const [t, tTeach, format] = await Promise.all([
    getTranslations('members'),
    getTranslations('teach'),
    getFormatter(),
  ])
  const query = listQuerySchema.parse(await searchParams)
  const { rows, page, pages } = pageOf(people.members, query, ({ name, email }) => `${name} ${email ?? ''}`)
  const rosters = await deps.lmsRosters.list({ courseId, viewer })
  const now = deps.clock.now()
  const open = people.invitations.filter(({ revokedAt, expiresAt }) => revokedAt === null && expiresAt > now)
  return (
    <div className="space-y-6">
      <CourseHeading course={people.course} here="people" mayManage />
      <Card className="space-y-4">
        <h2 className="font-semibold text-lg">{t('members', { count: people.members.length })}</h2>
        <FindForm query={query} label={tTeach('search')} />
        {rows.length === 0 && <p className="text-muted">{tTeach('noMatch')}</p>}
        <ul className="divide-y divide-line">
          {rows.map((member) => (
            <li key={member.userId} className="flex flex-wrap items-end justify-between gap-3 py-3">
              <div className="min-w-0">
                <p className="font-medium">{member.name || member.email}</p>
                <p className="break-all text-muted text-sm">
                  {[
                    member.email,
                    member.timePercent !== 100 && t('time', { percent: member.timePercent }),
                    member.leftAt && t('left'),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
              </div>
              <MemberForm courseId={courseId} member={member} />
            </li>
          ))}
        </ul>
        <Pager page={page} pages={pages} hrefOf={(to) => searchOf(query, { page: to })} />
      </Card>
      <Card className="space-y-4">
        <h2 className="font-semibold text-lg">{t('invite.title')}</h2>
        <p className="text-muted">{t('invite.text')}</p>
        <InviteForm courseId={courseId} />
        {open.length > 0 && (
          <ul className="divide-y divide-line">
            {open.map((each) => (
              <li key={each.id} className="flex flex-wrap items-center justify-between gap-3 py-3">
                <span>
                  {t(`role.${each.role}`)} ·{' '}
                  {t('invite.until', { date: format.dateTime(each.expiresAt, 'date') })} ·{' '}
                  {each.maxUses === null
                    ? t('invite.used', { uses: each.uses })
                    : t('invite.usedOf', { uses: each.uses, of: each.maxUses })}
                </span>
                <RevokeForm courseId={courseId} invitationId={each.id} />
              </li>
            ))}
          </ul>
        )}
      </Card>
      <Card className="space-y-4">
        <h2 className="font-semibold text-lg">{t('roster.title')}</h2>
        <p className="text-muted">{t('roster.text')}</p>
        <RosterForm courseId={courseId} />
      </Card>
      {rosters.length > 0 && <LmsRosters courseId={courseId} rosters={rosters} />}
    </div>
  )
}
