import type { Env } from './env'

/**
 * The address under which browsers know the product. Where it is not configured, which is for trying things on one's own
 * machine, it is the one that was asked for.
 * @param host the request's Host header
 */
export const publicOrigin = (env: Pick<Env, 'NEXTAUTH_URL'>, host: string | null | undefined): string =>
  env.NEXTAUTH_URL ? new URL(env.NEXTAUTH_URL).origin : `http://${host ?? ''}`
