import { newOneTimePassword } from '@/lib/auth/one-time-password'
import { hashPassword } from '@/lib/auth/passwords'
import { hasAdministrator, setOneTimePassword } from '@/lib/db/administrator'
import { openDatabase } from '@/lib/db/client'
import { readEnv } from '@/lib/server/env'

/**
 * `npm run admin:password [-- ADDRESS]`: a new one-time password of an administrator, on standard output, once. With
 * `--first`, as the first start calls it: only where there is no administrator yet.
 */
async function main([first, ...rest]: string[]): Promise<void> {
  const env = readEnv(process.env)
  const database = openDatabase(env.DATABASE_URL, (error) => console.error(error.message), 2)
  try {
    const isFirst = first === '--first'
    if (isFirst && (await hasAdministrator(database))) return
    if (!isFirst && (first?.startsWith('-') || rest.length > 0))
      throw new Error('Usage: npm run admin:password [-- ADDRESS]')
    const password = newOneTimePassword()
    const outcome = await setOneTimePassword(database, {
      email: isFirst ? null : (first ?? null),
      newEmail: env.ADMIN_EMAIL,
      passwordHash: await hashPassword(password),
      now: new Date(),
    })
    if (outcome.kind === 'done') {
      console.log(`${outcome.email}   ${password}`)
      return
    }
    const known = outcome.administrators.join(', ')
    throw new Error(
      outcome.kind === 'which'
        ? `There are several administrators: say which one, e.g. npm run admin:password -- ${outcome.administrators[0]}. They are: ${known}`
        : `No administrator has the address ${first}. They are: ${known}`,
    )
  } finally {
    await database.close()
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
