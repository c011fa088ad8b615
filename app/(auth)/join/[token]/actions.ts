'use server'

import { redirect } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import { z } from 'zod'
import { orderAddress } from '@/lib/auth/account-mails'
import { hashPassword } from '@/lib/auth/passwords'
import { personAction, visitorAction } from '@/lib/server/action'
import { asking, currentAddress } from '@/lib/server/asking'
import { services } from '@/lib/server/services'

const tokenSchema = z.string().max(200)
const passwordSchema = z.string().min(10, 'password').max(1_000, 'password')
const nameSchema = z.string().trim().min(1, 'name').max(200, 'name')

interface Refusal {
  readonly kind: 'no-invitation' | 'email-taken'
}
const noInvitation = { status: 'refused', refusal: { kind: 'no-invitation' } } as const

/** Joins a course with the account that is signed in. */
export const join = personAction<{ token: string }, Refusal>({
  input: z.object({ token: tokenSchema }),
  run: async ({ viewer, deps, input }) => {
    const tokenHash = deps.digest(input.token)
    const joined = await deps.people.join({ tokenHash, userId: viewer.id, now: deps.clock.now() })
    if (joined === null) return noInvitation
    redirect('/')
  },
})

const newInput = z.object({
  token: tokenSchema,
  name: nameSchema,
  email: z.string().trim().toLowerCase().max(320).pipe(z.email('email')),
  password: passwordSchema,
})

/** Makes an account and joins. For whoever has the link: it is what is asked for instead of a login. */
export const joinAsNew = visitorAction<z.infer<typeof newInput>, Refusal>({
  input: newInput,
  run: async ({ deps, input: { token, name, email, password } }) => {
    const tokenHash = deps.digest(token)
    const now = deps.clock.now()
    // Before the costly hash, which only those with a link may ask for.
    if (!(await deps.people.findInvitation({ tokenHash, now }))) return noInvitation
    const passwordHash = await hashPassword(password)
    const done = await deps.people.joinAsNew({ tokenHash, name, email, passwordHash, now })
    if (done !== 'done') return { status: 'refused', refusal: { kind: done } }
    await askForProof(email)
    redirect('/sign-in')
  },
})

/** A link that an instructor hands on proves no address; a mail lets its owner do so. */
async function askForProof(email: string): Promise<void> {
  const user = await services().database.prisma.user.findUnique({ where: { email }, select: { id: true } })
  if (user)
    await orderAddress(asking(), {
      userId: user.id,
      email,
      address: await currentAddress(),
      locale: await getLocale(),
    })
}

const setUpInput = z.object({ token: tokenSchema, name: nameSchema, password: passwordSchema })

/** Sets the first password of an account that a roster made. */
export const setUp = visitorAction<z.infer<typeof setUpInput>, Refusal>({
  input: setUpInput,
  run: async ({ deps, input: { token, name, password } }) => {
    const tokenHash = deps.digest(token)
    const now = deps.clock.now()
    const found = await deps.people.findSetUp({ tokenHash, now })
    if (!found) return noInvitation
    const passwordHash = await hashPassword(password)
    if (!(await deps.people.setUp({ tokenHash, name, passwordHash, now }))) return noInvitation
    await askForProof(found.email)
    redirect('/sign-in')
  },
})
