import { run } from '@/lib/server/serve'

/** The real server, its roads and its jobs, where the pages are not built: every page is not found. */
run(async () => ({
  handle: async (_request, response) => void response.writeHead(404).end(),
  upgrade: null,
  close: async () => undefined,
}))
