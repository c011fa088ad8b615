import { spawn } from 'node:child_process'
import path from 'node:path'

/** Starts the bare server as a process of its own, like the product; gives its address and what ends it. */
export async function startBareServer(
  databaseUrl: string,
): Promise<{ url: string; stop: () => Promise<void> }> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', path.join(import.meta.dirname, 'bare-server.ts')],
    { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, DATABASE_URL: databaseUrl } },
  )
  process.once('exit', () => child.kill('SIGKILL'))
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const port = await new Promise<string>((resolve, reject) => {
    child.once('exit', () => reject(new Error('the bare server did not start')))
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      const found = /listening (\d+)/.exec(text)?.[1]
      if (found) resolve(found)
    })
  })
  return {
    url: `http://127.0.0.1:${port}`,
    async stop() {
      child.kill('SIGTERM')
      await gone
    },
  }
}
