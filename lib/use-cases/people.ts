import type { Localized } from '@/lib/core/localized'
import { err, ok, type Result } from '@/lib/core/result'
import type { Role } from '@/lib/exam/course-role'
import type { Deps, StaffViewer } from './deps'
import { planRoster, type RosterChange, type RosterError, type RosterRow, readRoster } from './roster'

export interface CourseMember {
  readonly userId: string
  readonly name: string
  readonly email: string | null
  readonly role: Role
  readonly timePercent: number
  readonly extraMinutes: number
  readonly leftAt: Date | null
}

export interface InvitationRecord {
  readonly id: string
  readonly role: Role
  readonly createdAt: Date
  readonly expiresAt: Date
  readonly maxUses: number | null
  readonly uses: number
  readonly revokedAt: Date | null
}

export interface CoursePeople {
  readonly course: {
    readonly id: string
    readonly code: string
    readonly term: string
    readonly title: Localized
  }
  readonly members: readonly CourseMember[]
  readonly invitations: readonly InvitationRecord[]
}

export interface AuditLine {
  readonly id: string
  readonly at: Date
  readonly by: string
  readonly action: string
  /** Title of the exam that it is about. */
  readonly exam: Localized | null
  readonly data: unknown
}

/** People of courses, as their instructors see and change them. */
export interface PeopleStore {
  /** Null where the viewer may not change the course. */
  find(input: { courseId: string; viewer: StaffViewer }): Promise<CoursePeople | null>
  /** Addresses in small letters among those given that have an account. */
  /** Which of the addresses have an account, and whether it has proven its address. */
  accountsAmong(emails: readonly string[]): Promise<ReadonlyMap<string, boolean>>
  setMember(input: {
    courseId: string
    viewer: StaffViewer
    userId: string
    role: Role
    left: boolean
    now: Date
  }): Promise<'done' | 'not-found' | 'last-instructor'>
  /**
   * Carries out a roster's changes in one transaction, if `confirm` holds of the course as it is then. Gives the new
   * accounts, each with a token to set a password with.
   */
  applyRoster(input: {
    courseId: string
    viewer: StaffViewer
    rows: readonly RosterRow[]
    confirm: (changes: readonly RosterChange[]) => boolean
    newToken: () => string
    digest: (token: string) => string
    now: Date
  }): Promise<'not-found' | 'changed' | 'last-instructor' | readonly NewAccount[]>
  invite(input: {
    courseId: string
    viewer: StaffViewer
    role: Role
    tokenHash: string
    expiresAt: Date
    maxUses: number | null
    now: Date
  }): Promise<boolean>
  revoke(input: { invitationId: string; courseId: string; viewer: StaffViewer; now: Date }): Promise<boolean>
  /** What a token leads to, while it holds. */
  findInvitation(input: { tokenHash: string; now: Date }): Promise<{ course: Localized; role: Role } | null>
  /** Joins, once; somebody who is in the course already stays as they are. Null where the link does not hold. */
  join(input: { tokenHash: string; userId: string; now: Date }): Promise<string | null>
  /** Makes an account and joins with it; never touches an account that is there. */
  joinAsNew(input: {
    tokenHash: string
    name: string
    email: string
    passwordHash: string
    now: Date
  }): Promise<'done' | 'no-invitation' | 'email-taken'>
  /** Whose account a personal link sets up: one that has no password yet. */
  findSetUp(input: { tokenHash: string; now: Date }): Promise<{ name: string; email: string } | null>
  setUp(input: { tokenHash: string; name: string; passwordHash: string; now: Date }): Promise<boolean>
  /** Newest first; `before`: older than that line. */
  audit(input: {
    courseId: string
    viewer: StaffViewer
    before: Pick<AuditLine, 'at' | 'id'> | null
    limit: number
  }): Promise<{
    course: CoursePeople['course']
    mayManage: boolean
    lines: readonly AuditLine[]
  } | null>
}

export interface NewAccount {
  readonly name: string
  readonly email: string
  readonly token: string
}

export interface RosterPreview {
  readonly changes: readonly RosterChange[]
  readonly errors: readonly RosterError[]
  /** Names this very plan: applying is refused where the course has changed meanwhile. */
  readonly plan: string
}

/** What a roster would change, line by line. */
export async function previewRoster(
  deps: Deps,
  input: { courseId: string; viewer: StaffViewer; text: string },
): Promise<Result<RosterPreview, { readonly kind: 'not-found' }>> {
  const people = await deps.people.find(input)
  if (!people) return err({ kind: 'not-found' })
  const { rows, errors } = readRoster(input.text)
  const changes = planRoster(
    rows,
    membersByEmail(people.members),
    await deps.people.accountsAmong(rows.map(({ email }) => email)),
  )
  return ok({ changes, errors, plan: planName(deps, changes) })
}

export const membersByEmail = (members: readonly CourseMember[]) =>
  new Map(
    members.flatMap(({ email, leftAt, ...member }) =>
      email === null ? [] : [[email.toLowerCase(), { ...member, email, left: leftAt !== null }] as const],
    ),
  )

/** Changes that are made; lines that change nothing may come and go. */
const planName = (deps: Deps, changes: readonly RosterChange[]): string =>
  deps.digest(JSON.stringify(changes.filter(({ kind }) => kind !== 'same')))

export async function applyRoster(
  deps: Deps,
  input: { courseId: string; viewer: StaffViewer; text: string; plan: string },
): Promise<
  Result<readonly NewAccount[], { readonly kind: 'not-found' | 'changed' | 'errors' | 'last-instructor' }>
> {
  const { rows, errors } = readRoster(input.text)
  if (errors.length > 0) return err({ kind: 'errors' })
  const done = await deps.people.applyRoster({
    courseId: input.courseId,
    viewer: input.viewer,
    rows,
    confirm: (changes) => planName(deps, changes) === input.plan,
    newToken: deps.newSeed,
    digest: deps.digest,
    now: deps.clock.now(),
  })
  return typeof done === 'string' ? err({ kind: done }) : ok(done)
}

const DAY = 86_400_000

/** A link that lets whoever has it join; its token is shown once and kept only as a digest. */
export async function invite(
  deps: Deps,
  input: { courseId: string; viewer: StaffViewer; role: Role; days: number; maxUses: number | null },
): Promise<Result<string, { readonly kind: 'not-found' }>> {
  const token = deps.newSeed()
  const now = deps.clock.now()
  const made = await deps.people.invite({
    ...input,
    tokenHash: deps.digest(token),
    expiresAt: new Date(now.getTime() + input.days * DAY),
    now,
  })
  return made ? ok(token) : err({ kind: 'not-found' })
}
