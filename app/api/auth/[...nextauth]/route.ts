import type { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { services } from '@/lib/server/services'

type Context = { params: Promise<{ nextauth: string[] }> }

const handler = async (request: NextRequest, context: Context): Promise<Response> =>
  NextAuth(request, { params: await context.params } as never, services().authOptions)

export { handler as GET, handler as POST }
