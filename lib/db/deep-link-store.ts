import { isId } from '@/lib/core/ids'
import { localizedSchema } from '@/lib/core/localized'
import { examTotals } from '@/lib/exam/pools'
import { type DeepLinkStore, deepLinkSettingsSchema } from '@/lib/lti/deep-link'
import type { Database } from './client'
import { managedBy } from './exam-store'

export function createDeepLinkStore({ prisma }: Database): DeepLinkStore {
  return {
    async find({ id, viewer, since }) {
      if (!isId(id)) return null
      const row = await prisma.ltiDeepLink.findFirst({
        where: {
          id,
          userId: viewer.id,
          answeredAt: null,
          createdAt: { gt: since },
          course: managedBy(viewer),
          platform: { active: true },
        },
        include: {
          platform: true,
          course: {
            include: {
              exams: { orderBy: { createdAt: 'desc' }, include: { items: { include: { pool: true } } } },
            },
          },
        },
      })
      if (!row) return null
      const { platform, course } = row
      return {
        id: row.id,
        course: { id: course.id, title: localizedSchema.parse(course.title) },
        exams: course.exams.map((exam) => ({
          id: exam.id,
          title: localizedSchema.parse(exam.title),
          points: examTotals(exam.items).points,
        })),
        platform: { issuer: platform.issuer, clientId: platform.clientId, name: platform.name },
        deploymentId: row.deploymentId,
        settings: deepLinkSettingsSchema.parse(row.settings),
      }
    },

    async answer({ id, now }) {
      const { count } = await prisma.ltiDeepLink.updateMany({
        where: { id, answeredAt: null },
        data: { answeredAt: now },
      })
      return count === 1
    },
  }
}
