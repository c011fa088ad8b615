import { randomUUID } from 'node:crypto'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createTransport } from 'nodemailer'
import { isPlainAddress } from './address'

export interface Mail {
  readonly to: string
  readonly subject: string
  /** Plain text. */
  readonly text: string
}

export interface Mailer {
  /** Whether mails leave this machine; if not, they lie in the outbox for an administrator to hand on. */
  readonly sends: boolean
  /** @throws where the mail server does not take it: to be tried again later */
  send(mail: Mail): Promise<void>
}

const IMPATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 }

/**
 * Sends by SMTP. A password goes to the mail server over TLS alone.
 * @param url smtp://user:password@host:port, or smtps:// for TLS from the start
 * @param from an address, with a name if wanted: `quizgrad <quizgrad@example.edu>`
 */
export function createSmtpMailer(url: string, from: string): Mailer {
  const { protocol, hostname, port, username, password } = new URL(url)
  const secure = protocol === 'smtps:'
  const transport = createTransport({
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port) || (secure ? 465 : 587),
    secure,
    ...(username === ''
      ? {}
      : {
          requireTLS: true,
          auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
        }),
    ...IMPATIENCE,
    // Nothing in a mail names a file or an address to fetch.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    sends: true,
    async send({ to, subject, text }) {
      if (!isPlainAddress(to)) throw new Error('The address is none that mail can be sent to.')
      await transport
        .sendMail({ from, to: { name: '', address: to }, subject, text })
        .catch((error: { code?: string; responseCode?: number }) => {
          // A mail server's words name who was written to, which is nothing for the log.
          throw new Error(
            `The mail server did not take a mail: ${[error.code, error.responseCode].filter(Boolean).join(' ')}`,
          )
        })
    },
  }
}

/**
 * Writes each mail into a file of its own, for an administrator to hand on. Readable by the server's account alone: the
 * links in them open accounts.
 */
export const createOutbox = (folder: string): Mailer => ({
  sends: false,
  async send({ to, subject, text }) {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const name = `${new Date().toISOString().replaceAll(':', '-')}-${randomUUID().slice(0, 8)}.txt`
    const draft = path.join(folder, `.${name}`)
    await writeFile(draft, `To: ${to}\nSubject: ${subject}\n\n${text}\n`, { mode: 0o600 })
    // Whoever watches the folder sees whole mails alone.
    await rename(draft, path.join(folder, name))
  },
})
