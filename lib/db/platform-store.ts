import type pg from 'pg'
import { isId } from '@/lib/core/ids'
import { localizedSchema } from '@/lib/core/localized'
import type { AddedPlatform, PlatformInput, PlatformStore } from '@/lib/use-cases/platforms'
import { writeAudit } from './audit'
import type { Database } from './client'
import { managedBy } from './exam-store'
import { markScores } from './mark-scores'
import { transaction } from './transaction'

export function createPlatformStore(database: Database): PlatformStore {
  const { prisma } = database
  return {
    async list(viewer) {
      if (!viewer.isAdmin) return null
      const rows = await prisma.ltiPlatform.findMany({
        orderBy: { createdAt: 'asc' },
        include: { deployments: { orderBy: { createdAt: 'asc' } } },
      })
      return rows.map(({ createdAt: _, deployments, ...row }) => ({
        ...row,
        deployments: deployments.map(({ deploymentId, approvedAt }) => ({ deploymentId, approvedAt })),
      }))
    },

    add: ({ viewer, platform, deploymentId, now }) =>
      transaction(database, async (client) =>
        viewer.isAdmin
          ? insertPlatform(client, { platform, deploymentId, active: true, now })
          : ('not-allowed' as const),
      ),

    async change({ viewer, platformId, platform: { frameOrigins, ...platform } }) {
      if (!viewer.isAdmin || !isId(platformId)) return false
      const { count } = await prisma.ltiPlatform.updateMany({
        where: { id: platformId },
        data: { ...platform, frameOrigins: [...frameOrigins] },
      })
      return count === 1
    },

    async approve({ viewer, platformId, deploymentId, now }) {
      if (!viewer.isAdmin || !isId(platformId)) return false
      const { count } = await prisma.ltiDeployment.updateMany({
        where: { platformId, deploymentId },
        data: { approvedAt: now },
      })
      return count === 1
    },

    async setActive({ viewer, platformId, active }) {
      if (!viewer.isAdmin || !isId(platformId)) return false
      const { count } = await prisma.ltiPlatform.updateMany({ where: { id: platformId }, data: { active } })
      return count === 1
    },

    async findLink({ linkId, viewer }) {
      if (!isId(linkId)) return null
      const row = await prisma.ltiLink.findFirst({
        where: { id: linkId, course: managedBy(viewer) },
        include: {
          course: {
            include: { exams: { orderBy: { createdAt: 'desc' }, select: { id: true, title: true } } },
          },
        },
      })
      if (!row) return null
      const { course } = row
      return {
        id: row.id,
        title: row.title,
        examId: row.examId,
        course: {
          id: course.id,
          title: localizedSchema.parse(course.title),
          code: course.code,
          term: course.term,
        },
        exams: course.exams.map(({ id, title }) => ({ id, title: localizedSchema.parse(title) })),
      }
    },

    setLink: ({ linkId, examId, viewer, now }) =>
      transaction(database, async (client) => {
        if (!isId(linkId) || !isId(examId)) return false
        const link = await prisma.ltiLink.findFirst({
          where: { id: linkId, course: { AND: [managedBy(viewer), { exams: { some: { id: examId } } }] } },
        })
        if (!link) return false
        await client.query('UPDATE lti_links SET exam_id = $2 WHERE id = $1', [linkId, examId])
        await markScores(client, { linkId })
        await writeAudit(client, {
          courseId: link.courseId,
          examId,
          byId: viewer.id,
          action: 'lms-link-set',
          data: { link: link.title },
          at: now,
        })
        return true
      }),
  }
}

/** Within a transaction. A deployment that comes with it is approved with it. */
export async function insertPlatform(
  client: pg.ClientBase,
  {
    platform,
    deploymentId,
    active,
    now,
  }: { platform: PlatformInput; deploymentId: string | null; active: boolean; now: Date },
): Promise<AddedPlatform> {
  // People are known by issuer: whoever signs for it with other keys could be any of them.
  const foreign = await client.query(
    'SELECT 1 FROM lti_platforms WHERE issuer = $1 AND client_id <> $2 AND jwks_url <> $3 LIMIT 1',
    [platform.issuer, platform.clientId, platform.jwksUrl],
  )
  if (foreign.rowCount !== 0) return 'other-keys'
  const { rows } = await client.query<{ id: string }>(
    `INSERT INTO lti_platforms
      (id, name, issuer, client_id, auth_url, token_url, token_audience, jwks_url, frame_origins, active, created_at)
    VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
    ON CONFLICT (issuer, client_id) DO NOTHING RETURNING id`,
    [
      platform.name,
      platform.issuer,
      platform.clientId,
      platform.authUrl,
      platform.tokenUrl,
      platform.tokenAudience,
      platform.jwksUrl,
      platform.frameOrigins,
      active,
      now,
    ],
  )
  const [row] = rows
  if (!row) return 'taken'
  if (deploymentId !== null)
    await client.query(
      'INSERT INTO lti_deployments (platform_id, deployment_id, approved_at, created_at) VALUES ($1, $2, $3, $3)',
      [row.id, deploymentId, now],
    )
  return 'done'
}
