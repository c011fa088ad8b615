import net from 'node:net'

/** A reply, and how long it took from the first byte sent to the last received, milliseconds. */
export interface Answer {
  readonly status: number
  readonly text: string
  readonly ms: number
}

interface Waiting {
  readonly resolve: (answer: Answer) => void
  readonly reject: (error: Error) => void
  readonly from: number
}

/**
 * One keep-alive connection, one request at a time, written straight to the socket: Node's own HTTP client costs as
 * much as the servers that are measured. Reads only replies with a content-length, as both servers send them.
 */
export class Connection {
  private socket: net.Socket | null = null
  private received = ''
  private waiting: Waiting | null = null

  constructor(
    private readonly target: URL,
    private readonly cookie = '',
  ) {}

  get(path: string): Promise<Answer> {
    return this.request(`GET ${path}`, '')
  }

  post(path: string, body: unknown): Promise<Answer> {
    const text = JSON.stringify(body)
    const headers = `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(text)}\r\n`
    return this.request(`POST ${path}`, headers, text)
  }

  close(): void {
    this.socket?.destroy()
    this.socket = null
  }

  private request(line: string, headers: string, body = ''): Promise<Answer> {
    const { host } = this.target
    return new Promise((resolve, reject) => {
      this.waiting = { resolve, reject, from: performance.now() }
      const cookie = this.cookie === '' ? '' : `cookie: ${this.cookie}\r\n`
      this.open().write(`${line} HTTP/1.1\r\nhost: ${host}\r\n${cookie}${headers}\r\n${body}`)
    })
  }

  private open(): net.Socket {
    if (this.socket && !this.socket.destroyed && this.socket.writable) return this.socket
    const socket = net.connect(Number(this.target.port), this.target.hostname)
    socket.setNoDelay(true)
    // One character a byte: lengths are counted in bytes.
    socket.setEncoding('latin1')
    this.received = ''
    const broken = (error: Error) => {
      if (this.socket === socket) this.socket = null
      const { waiting } = this
      this.waiting = null
      waiting?.reject(error)
    }
    socket.on('data', (piece: string) => this.read(piece))
    socket.on('error', broken)
    socket.on('close', () => {
      if (this.socket === socket) broken(new Error('the connection was closed'))
    })
    this.socket = socket
    return socket
  }

  private read(piece: string): void {
    this.received += piece
    const head = this.received.indexOf('\r\n\r\n')
    if (head < 0 || !this.waiting) return
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(this.received.slice(0, head + 2))?.[1] ?? 0)
    const end = head + 4 + length
    if (this.received.length < end) return
    const { resolve, from } = this.waiting
    const status = Number(this.received.slice(9, 12))
    const text = Buffer.from(this.received.slice(head + 4, end), 'latin1').toString('utf8')
    this.received = this.received.slice(end)
    this.waiting = null
    resolve({ status, text, ms: performance.now() - from })
  }
}
