import http from 'node:http'

export interface Page {
  readonly status: number
  readonly headers: http.IncomingHttpHeaders
  readonly text: string
  /** From the request to the last byte, milliseconds. */
  readonly ms: number
}

/** What a student's browser asks of the server, without drawing anything: pages, a form's action, live news. */
export class Browser {
  private readonly agent = new http.Agent({ keepAlive: true })

  constructor(
    private readonly url: string,
    private readonly cookie: string,
  ) {}

  page(path: string): Promise<Page> {
    return this.ask(path, { method: 'GET', headers: { accept: 'text/html' } })
  }

  post(path: string, body: unknown): Promise<Page> {
    const headers = { 'content-type': 'application/json', origin: this.url }
    return this.ask(path, { method: 'POST', headers }, JSON.stringify(body))
  }

  /** Listens to live news until the browser is closed; settles with the time to the first, milliseconds. */
  listen(
    path: string,
    onNews: (news: { closedAt: string | null; closesAt: string }) => void,
  ): Promise<number> {
    const from = performance.now()
    return new Promise((resolve, reject) => {
      const request = http.get(`${this.url}${path}`, { agent: this.agent, headers: this.headers({}) })
      request.on('error', (error) => (this.closed ? undefined : reject(error)))
      request.on('response', (response) => {
        if (response.statusCode !== 200) reject(new Error(`${path} answered ${response.statusCode}`))
        response.on('error', () => undefined)
        response.setEncoding('utf8').on('data', (piece: string) => {
          for (const [, data] of piece.matchAll(/^data: (.*)$/gm)) {
            resolve(performance.now() - from)
            onNews(JSON.parse(data ?? ''))
          }
        })
      })
    })
  }

  private closed = false

  close(): void {
    this.closed = true
    this.agent.destroy()
  }

  private headers(more: http.OutgoingHttpHeaders): http.OutgoingHttpHeaders {
    return { cookie: this.cookie, 'sec-fetch-site': 'same-origin', ...more }
  }

  private ask(path: string, options: http.RequestOptions, body?: string): Promise<Page> {
    const from = performance.now()
    return new Promise((resolve, reject) => {
      const request = http.request(
        `${this.url}${path}`,
        {
          ...options,
          agent: this.agent,
          headers: this.headers(options.headers as http.OutgoingHttpHeaders),
          timeout: 60_000,
        },
        (response) => {
          let text = ''
          response.setEncoding('utf8')
          response.on('data', (piece: string) => {
            text += piece
          })
          response.on('error', reject)
          response.on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers,
              text,
              ms: performance.now() - from,
            }),
          )
        },
      )
      request.on('timeout', () => request.destroy(new Error(`${path} took more than a minute`)))
      request.on('error', reject)
      request.end(body)
    })
  }
}
