import type { Page } from '@playwright/test'
import { words } from '@/tests/e2e/journey'

/** Hands in as a student does, from whatever problem is shown. */
export async function handInPage(page: Page): Promise<void> {
  const problems = page.getByRole('navigation', { name: 'Problems' }).getByRole('button')
  await problems.last().click()
  await page.locator('main').getByRole('button', { name: words.en.submit }).last().click()
  await page.waitForURL('**/result')
}
