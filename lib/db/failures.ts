import type { FailureStore } from '@/lib/use-cases/deps'
import type { Database } from './client'

/** Nothing asks for longer ago. */
const KEPT_MS = 60 * 60_000

export function createFailureStore({ prisma }: Database): FailureStore {
  return {
    async count(keys, since) {
      const rows = await prisma.failure.groupBy({
        by: ['key'],
        where: { key: { in: [...keys] }, at: { gt: since } },
        _count: true,
      })
      return keys.map((key) => rows.find((row) => row.key === key)?._count ?? 0)
    },

    async add(keys, at) {
      await prisma.$transaction([
        prisma.failure.deleteMany({ where: { at: { lte: new Date(at.getTime() - KEPT_MS) } } }),
        prisma.failure.createMany({ data: keys.map((key) => ({ key, at })) }),
      ])
    },
  }
}
