import type { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { chosenLocale } from '@/app/i18n/request'
import { createAuthOptions } from '@/lib/auth/options'
import { log } from '@/lib/server/log'
import { LINK_COOKIE } from '@/lib/server/own-cookies'
import { services } from '@/lib/server/services'
import { currentLogin, currentViewer } from '@/lib/server/viewer'

type Context = { params: Promise<{ nextauth: string[] }> }

const handler = async (request: NextRequest, context: Context): Promise<Response> => {
  const { database, deps, env, oidc } = services()
  const options = createAuthOptions(
    {
      database,
      clock: deps.clock,
      secret: env.NEXTAUTH_SECRET,
      oidc,
      onProblem: (code, why) => log.warn({ from: 'sign-in', code, why }, 'sign-in failed'),
    },
    {
      userAgent: request.headers.get('user-agent'),
      locale: await chosenLocale(),
      async findLink() {
        const token = request.cookies.get(LINK_COOKIE)?.value
        const [login, viewer] = [await currentLogin(), await currentViewer()]
        return token && login && viewer ? { login, tokenHash: deps.digest(token) } : null
      },
    },
  )
  return NextAuth(request, { params: await context.params } as never, options)
}

export { handler as GET, handler as POST }
