import next from 'next'
import { createPageGate } from './page-gate'
import { run } from './serve'

run(async ({ NODE_ENV, HOST, PORT }) => {
  const dev = NODE_ENV === 'development'
  const pages = next({ dev, hostname: HOST, port: PORT })
  await pages.prepare()
  return {
    handle: createPageGate(pages.getRequestHandler()),
    upgrade: dev ? pages.getUpgradeHandler() : null,
    close: () => pages.close(),
  }
})
