import type { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { createAuthOptions } from '@/lib/auth/options'
import { services } from '@/lib/server/services'

type Context = { params: Promise<{ nextauth: string[] }> }

const handler = async (request: NextRequest, context: Context): Promise<Response> => {
  const { database, deps, env } = services()
  const options = createAuthOptions(database, deps.clock, env.NEXTAUTH_SECRET)
  return NextAuth(request, { params: await context.params } as never, options)
}

export { handler as GET, handler as POST }
