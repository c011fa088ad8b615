import { isId } from '@/lib/core/ids'
import type { LmsRosterStore } from '@/lib/use-cases/lms-rosters'
import { writeAudit } from './audit'
import type { Database } from './client'
import { managedBy } from './exam-store'
import { transaction } from './transaction'

export function createLmsRosterStore(database: Database): LmsRosterStore {
  return {
    async list({ courseId, viewer }) {
      if (!isId(courseId)) return []
      const rows = await database.prisma.ltiContext.findMany({
        where: { courseId, course: managedBy(viewer) },
        include: { platform: { select: { name: true, active: true } } },
        orderBy: [{ platformId: 'asc' }, { contextId: 'asc' }],
      })
      return rows.map(({ platformId, contextId, platform, membershipsUrl, syncedAt, syncError }) => ({
        platformId,
        contextId,
        platform: platform.name,
        readable: platform.active && membershipsUrl !== null,
        syncedAt,
        syncError,
      }))
    },

    noteSync: ({ courseId, viewer, data, now }) =>
      transaction(database, (client) =>
        writeAudit(client, { courseId, byId: viewer.id, action: 'lms-roster-synced', data, at: now }),
      ),
  }
}
