/** Ends a switch over a union: adding a case then fails to compile where it matters. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected case: ${JSON.stringify(value)}`)
}
