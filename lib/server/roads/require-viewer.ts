import { findViewer, type Viewer } from '@/lib/auth/sessions'
import { type Call, Refusal, requireLogin } from './road'

/** The living login's person; refuses ended logins. */
export async function requireViewer(call: Call): Promise<Viewer> {
  const login = await requireLogin(call)
  const viewer = await findViewer(call.services.database, login, call.services.deps.clock.now())
  if (!viewer) throw new Refusal(401, 'signed-out', 'Sign in again; your work is kept.')
  return viewer
}
