import { startThrowawayDatabase } from '../database.mjs'
import { deploy } from '../migrate.mjs'
import { step } from '../say.mjs'

/**
 * @typedef {object} TestDatabases
 * @property {() => Promise<string>} template URL of the migrated database that tests copy
 * @property {(name: string) => Promise<string>} copy URL of a copy of its own
 */

/** The databases of one run; the server starts when the first is asked for. @returns {TestDatabases} */
export function testDatabases() {
  /** @type {ReturnType<typeof startThrowawayDatabase> | undefined} */
  let server
  /** @type {Promise<string> | undefined} */
  let migrated
  const start = () => {
    server ??= startThrowawayDatabase()
    return server
  }
  const template = () => {
    migrated ??= step('Starting a throwaway database', async () => {
      const { url } = await start()
      await deploy(url('template'))
      return url('template')
    })
    return migrated
  }
  return {
    template,
    async copy(name) {
      await template()
      const { url } = await start()
      const { default: pg } = await import('pg')
      const client = new pg.Client({ connectionString: url('postgres') })
      await client.connect()
      await client.query(`CREATE DATABASE "${name}" TEMPLATE "template"`)
      await client.end()
      return url(name)
    },
  }
}
