import net from 'node:net'

export interface MailServer {
  readonly url: string
  readonly port: number
  /** Mails that arrived, as they were sent: headers and text. */
  readonly mails: { readonly from: string; readonly to: readonly string[]; readonly data: string }[]
  stop(): Promise<void>
}

/** A mail server for tests, by RFC 5321 as far as a client needs it: takes whatever is sent, and keeps it. */
export const startMailServer = (port = 0): Promise<MailServer> =>
  new Promise((resolve, reject) => {
    const mails: MailServer['mails'] = []
    const sockets = new Set<net.Socket>()
    const server = net.createServer((socket) => {
      sockets.add(socket.on('error', () => undefined))
      let [from, to, data]: [string, string[], string | null] = ['', [], null]
      let waiting = ''
      const say = (line: string) => socket.write(`${line}\r\n`)
      const take = (line: string) => {
        if (data !== null) {
          if (line !== '.') {
            data += `${line.replace(/^\./, '')}\n`
            return
          }
          mails.push({ from, to, data })
          ;[from, to, data] = ['', [], null]
          say('250 taken')
          return
        }
        const [, address = ''] = /<([^>]*)>/.exec(line) ?? []
        if (/^(EHLO|HELO)/i.test(line)) say('250 tests')
        else if (/^MAIL FROM/i.test(line)) {
          from = address
          say('250 ok')
        } else if (/^RCPT TO/i.test(line)) {
          to.push(address)
          say('250 ok')
        } else if (/^DATA/i.test(line)) {
          data = ''
          say('354 go on')
        } else if (/^QUIT/i.test(line)) {
          say('221 bye')
          socket.end()
        } else say('502 no')
      }
      socket.setEncoding('utf8').on('data', (piece: string) => {
        waiting += piece
        for (let end = waiting.indexOf('\r\n'); end >= 0; end = waiting.indexOf('\r\n')) {
          const line = waiting.slice(0, end)
          waiting = waiting.slice(end + 2)
          take(line)
        }
      })
      say('220 tests')
    })
    server.once('error', reject)
    server.listen({ host: '127.0.0.1', port }, () => {
      const address = server.address()
      const at = typeof address === 'object' && address ? address.port : 0
      resolve({
        url: `smtp://127.0.0.1:${at}`,
        port: at,
        mails,
        stop: () => {
          for (const socket of sockets) socket.destroy()
          return new Promise((done) => server.close(() => done()))
        },
      })
    })
  })

/** A text part as its reader sees it: quoted-printable or base64 taken back. */
export function textOf(data: string): string {
  const [head = '', ...rest] = data.split('\n\n')
  const body = rest.join('\n\n')
  if (/^content-transfer-encoding: *base64/im.test(head)) return Buffer.from(body, 'base64').toString('utf8')
  if (!/^content-transfer-encoding: *quoted-printable/im.test(head)) return body
  const bytes = body
    .replace(/=\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}
