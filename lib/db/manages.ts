import type pg from 'pg'
import type { StaffViewer } from '@/lib/use-cases/deps'

/** Whether the viewer may change the course, asked in the same transaction as the change. */
export async function manages(
  client: pg.ClientBase,
  courseId: string,
  viewer: StaffViewer,
): Promise<boolean> {
  if (viewer.isAdmin) return true
  const { rowCount } = await client.query(
    "SELECT 1 FROM enrolments WHERE course_id = $1 AND user_id = $2 AND role = 'instructor' AND left_at IS NULL",
    [courseId, viewer.id],
  )
  return rowCount === 1
}
