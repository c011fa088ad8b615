import { redirect } from 'next/navigation'
import { requirePerson } from '@/lib/server/viewer'

export default async function Home() {
  const viewer = await requirePerson('/')
  redirect(viewer.isStaff ? '/teach' : '/exams')
}
