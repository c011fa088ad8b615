/** Writes the demo course. */
export function seed(env: NodeJS.ProcessEnv): Promise<string>
