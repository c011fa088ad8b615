import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import type { Login } from '@/lib/auth/login-cookie'
import { findViewer, type Viewer } from '@/lib/auth/sessions'
import type { ReviewScope } from '@/lib/use-cases/review-store'
import { services } from './services'

/** What the request's cookie claims; `currentViewer` says whether it holds. */
export const currentLogin = cache(
  async (): Promise<Login | null> => services().readLogin((await headers()).get('cookie') ?? undefined),
)

/** Who asks for this page; null for nobody. Asked once a request. */
export const currentViewer = cache(async (): Promise<Viewer | null> => {
  const { database, deps } = services()
  const login = await currentLogin()
  return login && findViewer(database, login, deps.clock.now())
})

/** The person at this page; sends nobody to the sign-in page and back. */
export async function requirePerson(next: string): Promise<Viewer> {
  const viewer = await currentViewer()
  if (!viewer) {
    // Nobody signs in inside of a frame: its login comes from the learning management system.
    if ((await headers()).get('sec-fetch-dest') === 'iframe') redirect('/lti/ended')
    redirect(`/sign-in?next=${encodeURIComponent(next)}`)
  }
  return viewer
}

/** A teacher; for everybody else the page does not exist. */
export async function requireStaff(next: string): Promise<Viewer> {
  const viewer = await requirePerson(next)
  if (!viewer.isStaff) notFound()
  return viewer
}

/** An administrator; for everybody else the page does not exist. */
export async function requireAdmin(next: string): Promise<Viewer> {
  const viewer = await requirePerson(next)
  if (!viewer.isAdmin) notFound()
  return viewer
}

/** Whether the person at this page may grade there: what a page offers; the pages behind it ask again. */
export async function viewerMayGrade(scope: ReviewScope): Promise<boolean> {
  const viewer = await currentViewer()
  return viewer !== null && services().deps.reviews.mayGrade({ ...scope, viewer })
}
