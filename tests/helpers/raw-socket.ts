import net from 'node:net'
import type { RunningApp } from './app-server'

export interface Talk {
  /** Status of the first reply; null where the connection was ended without one. */
  readonly status: number | null
  readonly text: string
}

const PATIENCE_MS = 20_000

/**
 * Says something to the server over a bare connection and listens until the server ends it; a connection that the
 * server leaves open for ever is an error. `speak` may go on talking while it listens.
 */
export function talk(
  app: RunningApp,
  words: string | Buffer,
  speak?: (socket: net.Socket, isOpen: () => boolean) => void,
): Promise<Talk> {
  const { hostname, port } = new URL(app.url)
  return new Promise((resolve, reject) => {
    const socket = net.connect(Number(port), hostname)
    let text = ''
    let open = true
    const patience = setTimeout(() => {
      socket.destroy()
      reject(new Error(`The server kept the connection open. It said: ${text.slice(0, 500)}`))
    }, PATIENCE_MS)
    socket.setEncoding('latin1')
    socket.on('data', (piece) => {
      text += piece
    })
    // A refusal may come as a reset.
    socket.on('error', () => undefined)
    socket.on('close', () => {
      open = false
      clearTimeout(patience)
      const status = /^HTTP\/1\.1 (\d{3})/.exec(text)?.[1]
      resolve({ status: status === undefined ? null : Number(status), text })
    })
    socket.on('connect', () => {
      socket.write(words)
      speak?.(socket, () => open)
    })
  })
}

/** The head of a request. */
export const head = (line: string, headers: Readonly<Record<string, string>> = {}): string =>
  `${line} HTTP/1.1\r\nhost: 127.0.0.1\r\n${Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')}\r\n`
