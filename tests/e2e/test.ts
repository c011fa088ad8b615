import { test as base, expect } from '@playwright/test'

export * from '@playwright/test'

/** The browser tests' own `test`: an error that no page caught fails the test, in whichever window it happened. */
export const test = base.extend<{ noPageErrors: undefined }>({
  noPageErrors: [
    async ({ browser }, use) => {
      const errors: string[] = []
      const newContext = browser.newContext.bind(browser)
      browser.newContext = async (options) => {
        const context = await newContext(options)
        context.on('weberror', (error) => {
          errors.push(`${error.page()?.url()}: ${error.error().stack ?? error.error().message}`)
        })
        return context
      }
      await use(undefined)
      browser.newContext = newContext
      expect(errors, 'errors that no page caught').toEqual([])
    },
    { auto: true },
  ],
})
