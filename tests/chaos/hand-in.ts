import type { Page } from '@playwright/test'

/** Hands in as a student does, from whatever problem is shown. */
export async function handInPage(page: Page): Promise<void> {
  const problems = page.getByRole('navigation', { name: 'Problems' }).getByRole('button')
  await problems.last().click()
  await page.getByTestId('hand-in').click()
  await page.waitForURL('**/result')
}
