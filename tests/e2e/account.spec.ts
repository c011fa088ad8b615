import { expectAccessible, expectFits, setLanguage, signIn } from './journey'
import { newStudent, type Person, withDatabase } from './people'
import { type Browser, expect, type Page, test } from './test'

async function anotherLogin(browser: Browser, person: Person): Promise<Page> {
  const context = await browser.newContext()
  const page = await context.newPage()
  await signIn(page, person)
  return page
}

/** Neither a page nor a road takes the login. */
async function expectSignedOut(page: Page): Promise<void> {
  const status = await page.evaluate(
    async () => (await fetch('/api/attempts/00000000-0000-4000-8000-000000000000/pulse')).status,
  )
  expect(status).toBe(401)
  await page.goto('/exams')
  expect(new URL(page.url()).pathname).toBe('/sign-in')
}

test('a changed password ends every other login at once, and this one stays', async ({ page, browser }) => {
  const person = await newStudent()
  await setLanguage(page, 'en')
  await signIn(page, person)
  const other = await anotherLogin(browser, person)
  await page.getByRole('link', { name: 'My account' }).click()
  const current = page.getByLabel('Current password')
  const next = page.getByLabel('New password')
  const change = page.getByRole('button', { name: 'Change the password' })
  await expectAccessible(page)
  await expectFits(page)

  await change.click()
  await expect(page.getByText('Current password: enter it.')).toBeVisible()
  await expect(page.getByText('New password: enter at least 10 characters.')).toBeVisible()
  await current.fill('not the password')
  await next.fill('a new password of mine')
  await change.click()
  await expect(page.getByText('Current password: that is not it. Please try again.')).toBeVisible()
  await expect(next).toHaveValue('a new password of mine')
  await current.fill(person.password)
  await change.click()
  await expect(page.getByText('The password was changed. One other login was ended.')).toBeVisible()
  await expect(next).toHaveValue('')

  await expectSignedOut(other)
  await page.goto('/exams')
  expect(new URL(page.url()).pathname).toBe('/exams')
  await signIn(other, { email: person.email, password: 'a new password of mine' })
  await other.context().close()
})

test('own logins are listed and can be ended, one or all others', async ({ page, browser }) => {
  const person = await newStudent()
  const others = []
  for (let i = 0; i < 3; i += 1) others.push(await anotherLogin(browser, person))
  await setLanguage(page, 'en')
  await signIn(page, person)
  await page.goto('/account')
  const logins = page.getByRole('region', { name: 'Where you are signed in' }).getByRole('listitem')
  await expect(logins).toHaveCount(4)
  await expect(logins.filter({ hasText: 'This one' })).toHaveCount(1)
  await logins.filter({ hasNotText: 'This one' }).first().getByRole('button').click()
  await expect(page.getByText('One other login was ended.')).toBeVisible()
  await expect(logins).toHaveCount(3)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'End all others' }).click()
  await expect(page.getByText('2 other logins were ended.')).toBeVisible()
  await expect(logins).toHaveCount(1)
  for (const other of others) {
    await expectSignedOut(other)
    await other.context().close()
  }
})

test('an account without a password gets a sentence instead of the form', async ({ page }) => {
  const person = await newStudent()
  await setLanguage(page, 'en')
  await signIn(page, person)
  await withDatabase((client) =>
    client.query('UPDATE users SET password_hash = NULL WHERE id = $1', [person.id]),
  )
  await page.goto('/account')
  await expect(page.getByText('This account has no password', { exact: false })).toBeVisible()
  await expect(page.getByLabel('New password')).toHaveCount(0)
})

test('nobody reaches the account or the receipts without a login', async ({ page }) => {
  for (const path of ['/account', '/receipts']) {
    await page.goto(path)
    expect(new URL(page.url()).pathname).toBe('/sign-in')
  }
})
