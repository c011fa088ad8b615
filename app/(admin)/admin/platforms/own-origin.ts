import { headers } from 'next/headers'
import { services } from '@/lib/server/services'

/** The address under which browsers reach the product: as it is set, else as this one does. */
export async function ownOrigin(): Promise<string> {
  const { NEXTAUTH_URL } = services().env
  return NEXTAUTH_URL ? new URL(NEXTAUTH_URL).origin : `http://${(await headers()).get('host') ?? ''}`
}
