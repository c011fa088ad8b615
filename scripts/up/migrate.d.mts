/** Applies prisma/migrations, creating the database where it does not exist. */
export function deploy(databaseUrl: string): Promise<void>
