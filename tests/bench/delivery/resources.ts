import { readFileSync } from 'node:fs'
import type { Database } from '@/lib/db/client'

const MIB = 1024 * 1024

/** Resident memory of a process, in MiB; null where the system has no /proc. */
export function residentMemory(pid: number): number | null {
  try {
    const kib = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return kib === undefined ? null : Number(kib) / 1024
  } catch {
    return null
  }
}

/** Watches a process's memory until asked for the peak, in MiB. */
export function watchMemory(pid: number): () => number | null {
  let peak = residentMemory(pid)
  const timer = setInterval(() => {
    const now = residentMemory(pid)
    if (now !== null && (peak === null || now > peak)) peak = now
  }, 200)
  return () => {
    clearInterval(timer)
    return peak
  }
}

/** Rows and bytes (table, indexes and all) of the saved revisions. */
export async function revisionSize({ pool }: Database): Promise<{ rows: number; bytes: number }> {
  const { rows } = await pool.query<{ rows: number; bytes: string }>(
    "SELECT (SELECT count(*)::int FROM revisions) AS rows, pg_total_relation_size('revisions')::text AS bytes",
  )
  return { rows: rows[0]?.rows ?? 0, bytes: Number(rows[0]?.bytes ?? 0) }
}

export const mib = (value: number | null): string =>
  value === null ? 'not known here' : `${value.toFixed(0)} MiB`
export const bytesInMib = (bytes: number): string => `${(bytes / MIB).toFixed(1)} MiB`
