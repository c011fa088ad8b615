import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createLmsScoreStore } from '@/lib/db/lms-scores-store'
import { createRosterStore } from '@/lib/db/lti-roster-store'
import { createScoreOutbox, requeueScores } from '@/lib/db/lti-score-store'
import { createComparisonStore } from '@/lib/db/score-comparison-store'
import { createToolKeyStore } from '@/lib/db/tool-key-store'
import { startLtiWorker } from '@/lib/jobs/lti-worker'
import { createAccessTokens } from '@/lib/lti/access-tokens'
import { GRADE_SCOPES, GradeServices } from '@/lib/lti/grade-services'
import { compareScores } from '@/lib/lti/score-comparison'
import { deliverScore } from '@/lib/lti/score-delivery'
import { createServiceClient } from '@/lib/lti/service-client'
import { createToolKeys } from '@/lib/lti/tool-keys'
import type { ExamWorld } from './exam-world'
import { type LtiPlatform, startLtiPlatform } from './lti-platform'

export const CLIENT = 'client-7'
const SECRET = 'a secret for tests alone'

/** The tool's services on the real database and by the real clock, against a platform in a process of its own. */
export async function ltiDesk(world: ExamWorld) {
  const { database } = world
  const clock = { now: () => new Date() }
  const platform: LtiPlatform = await startLtiPlatform()
  const keys = createToolKeys({
    clock: world.clock,
    store: createToolKeyStore(database),
    secret: SECRET,
    onLost: () => undefined,
  })
  const jwks = createServer((_request, response) => {
    void keys.published().then((set) => response.end(JSON.stringify(set)))
  })
  jwks.listen(0, '127.0.0.1')
  await once(jwks, 'listening')
  const jwksUrl = `http://127.0.0.1:${(jwks.address() as AddressInfo).port}/`

  const outside = { clock, allowInside: true, timeoutMs: 3_000 }
  const tokens = createAccessTokens({ ...outside, keys })
  const client = createServiceClient({ ...outside, tokens })
  const parts = {
    clock,
    outbox: createScoreOutbox(database),
    store: createComparisonStore(database),
    services: new GradeServices(client),
    pauseMs: 20,
    unsureMs: 50,
  }
  const worker = await startLtiWorker(
    database.pool,
    {
      sendScore: (key) => deliverScore(parts, key),
      compareScores: (linkId) => compareScores(parts, linkId),
      requeueScores: () => requeueScores(database, clock.now()),
      syncRoster: async () => undefined,
      nightly: async () => undefined,
    },
    () => undefined,
    25,
  )
  const { id: platformId } = await database.prisma.ltiPlatform.create({
    data: {
      name: 'Test LMS',
      issuer: platform.issuer,
      clientId: CLIENT,
      authUrl: `${platform.issuer}/auth`,
      tokenUrl: `${platform.issuer}/token`,
      jwksUrl: `${platform.issuer}/jwks`,
    },
  })
  await database.prisma.ltiDeployment.create({
    data: { platformId, deploymentId: 'd1', approvedAt: new Date() },
  })
  const setUp = () => platform.services('setup', { tools: { [CLIENT]: { jwksUrl } } })
  await setUp()

  return {
    platform,
    platformId,
    keys,
    client,
    parts,
    rosters: { clock, client, rosters: createRosterStore(database) },
    scores: createLmsScoreStore(database),

    /** A platform that has forgotten everything. */
    async reset() {
      await platform.services('reset')
      await setUp()
    },

    /** A link of the platform's course that opens the exam, as a launch leaves it. */
    async addLink(
      examId: string,
      over: { courseId?: string; contextId?: string; scopes?: readonly string[]; lineItemUrl?: string } = {},
    ): Promise<string> {
      const { courseId = world.courseId, contextId = 'course-1', scopes = GRADE_SCOPES } = over
      await database.prisma.ltiContext.upsert({
        where: { platformId_contextId: { platformId, contextId } },
        create: { platformId, contextId, courseId },
        update: {},
      })
      const link = await database.prisma.ltiLink.create({
        data: {
          platformId,
          contextId,
          courseId,
          examId,
          resourceLinkId: `link-${examId}`,
          title: 'Quiz',
          lineItemsUrl: `${platform.issuer}/contexts/${contextId}/lineitems?type_id=1`,
          lineItemUrl: over.lineItemUrl ?? null,
          scopes: [...scopes],
        },
      })
      return link.id
    },

    /** These people have come by a launch; the platform calls them u-<their id>. */
    async cameIn(userIds: readonly string[], contextId = 'course-1'): Promise<void> {
      const subject = (id: string) => `u-${id}`
      await database.prisma.account.createMany({
        data: userIds.map((userId) => ({
          userId,
          type: 'lti',
          provider: `lti:${platform.issuer}`,
          providerAccountId: subject(userId),
        })),
        skipDuplicates: true,
      })
      await database.prisma.ltiMember.createMany({
        data: userIds.map((userId) => ({
          platformId,
          contextId,
          subject: subject(userId),
          launchedAt: new Date(),
        })),
        skipDuplicates: true,
      })
      const members = await database.prisma.ltiMember.findMany({ where: { platformId, contextId } })
      await platform.services('setup', {
        members: members.map((each) => ({ user_id: each.subject, roles: ['Learner'], status: 'Active' })),
      })
    },

    async close() {
      await worker.stop()
      jwks.close()
      await platform.stop()
    },
  }
}
export type LtiDesk = Awaited<ReturnType<typeof ltiDesk>>
