import { headers } from 'next/headers'
import type { Asking } from '@/lib/auth/account-mails'
import { CLIENT_ADDRESS } from './client-address'
import { services } from './services'

/** What ordering a mail, or using the link in one, needs of the process. */
export function asking(): Asking {
  const { database, deps, postOffice } = services()
  return { database, now: deps.clock.now(), makeToken: postOffice.makeToken, digest: deps.digest }
}

/** Where the request of a page or an action comes from. */
export const currentAddress = async (): Promise<string> => (await headers()).get(CLIENT_ADDRESS) ?? 'unknown'
