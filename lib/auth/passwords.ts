import { hash, verify } from '@node-rs/argon2'

/** argon2id with the library's defaults (19 MiB, 2 passes, 1 lane: OWASP's first recommendation), in PHC form. */
export const hashPassword = (password: string): Promise<string> => hash(password)

// Compared against where there is no such account, so that the answer takes as long either way.
let decoy: Promise<string> | undefined

/** False also where there is no hash; takes the same time. */
export async function isPassword(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hash('no account has this password')
  const matches = await verify(stored ?? (await decoy), password)
  return stored !== null && matches
}
