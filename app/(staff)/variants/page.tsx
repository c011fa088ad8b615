import { notFound, redirect } from 'next/navigation'
import { services } from '@/lib/server/services'
import { requireStaff } from '@/lib/server/viewer'

export default async function VariantsPage() {
  await requireStaff('/variants')
  const [first] = services().deps.questions.all
  if (!first) notFound()
  redirect(`/variants/${first.slug}`)
}
