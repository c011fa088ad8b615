import { headers } from 'next/headers'
import { publicOrigin } from '@/lib/server/public-origin'
import { services } from '@/lib/server/services'

/** The address under which browsers reach the product. */
export const ownOrigin = async (): Promise<string> =>
  publicOrigin(services().env, (await headers()).get('host') ?? undefined)
