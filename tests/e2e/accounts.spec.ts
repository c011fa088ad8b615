import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { TEST_OUTBOX } from '../helpers/app-server'
import { expectAccessible, expectFits, setLanguage, signIn } from './journey'
import { newStudent, withDatabase } from './people'
import { expect, test } from './test'

/** The address in the latest mail to somebody, once it is there. */
async function linkMailedTo(email: string): Promise<string> {
  let link = ''
  await expect
    .poll(async () => {
      const names = await readdir(TEST_OUTBOX).catch(() => [])
      for (const name of names.filter((each) => each.endsWith('.txt')).toSorted()) {
        const text = await readFile(path.join(TEST_OUTBOX, name), 'utf8')
        if (text.startsWith(`To: ${email}\n`)) link = /https?:\S+/.exec(text)?.[0] ?? link
      }
      return link
    })
    .not.toBe('')
  return link
}

test('a forgotten password is set anew by the link of a mail', async ({ page }) => {
  const person = await newStudent()
  await setLanguage(page, 'en')
  await page.goto('/sign-in')
  await page.getByRole('link', { name: 'Forgot the password?' }).click()
  await page.getByLabel('E-mail').fill('no address')
  await page.getByRole('button', { name: 'Send the link' }).click()
  await expect(page.getByText('Enter an e-mail address such as')).toBeVisible()
  await page.getByLabel('E-mail').fill(person.email)
  await page.getByRole('button', { name: 'Send the link' }).click()
  // The server under test sends no mail.
  await expect(page.getByText('This installation sends no mail.')).toBeVisible()
  await expectAccessible(page)
  await expectFits(page)

  await page.goto(await linkMailedTo(person.email))
  await expect(page.getByText(`For the account of ${person.email}`)).toBeVisible()
  await page.getByLabel('New password').fill('short')
  await page.getByRole('button', { name: 'Set the password' }).click()
  await expect(page.getByText('Enter at least 10 characters.')).toBeVisible()
  const password = 'a new password of mine'
  await page.getByLabel('New password').fill(password)
  await page.getByRole('button', { name: 'Set the password' }).click()
  await expect(page.getByText('Your new password is set.')).toBeVisible()
  await page.getByLabel('E-mail').fill(person.email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL('**/exams')
})

test('an administrator finds a person, makes a link for them and shuts them out, which ends their login', async ({
  page,
  browser,
}) => {
  const [admin, person] = [await newStudent(), await newStudent()]
  await withDatabase((client) =>
    client.query('UPDATE users SET is_admin = true, must_change_password = true WHERE id = $1', [admin.id]),
  )
  await setLanguage(page, 'en')
  await page.goto('/sign-in')
  await page.getByLabel('E-mail').fill(admin.email)
  await page.getByLabel('Password').fill(admin.password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByText('This password works once.')).toBeVisible()
  await page.getByLabel('New password').fill('a password of my own')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL('**/teach')

  const context = await browser.newContext()
  const theirs = await context.newPage()
  await signIn(theirs, person)
  await page.goto('/admin')
  await expect(page.getByText('This installation sends no mail.')).toBeVisible()
  await page.getByRole('link', { name: 'People' }).click()
  await page.getByLabel('Name or e-mail').fill(person.email)
  await page.waitForURL('**/admin/people?q=*')
  await page.getByRole('link', { name: person.name }).click()
  await expect(page.getByRole('heading', { name: person.name })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Open logins' })).toContainText('Chrome on Linux · Password')
  await page.getByRole('button', { name: 'Show the link' }).click()
  await expect(page.locator('code')).toContainText('/reset/')
  await expectAccessible(page)
  await expectFits(page)
  await page.getByRole('button', { name: 'Deactivate' }).click()
  await expect(page.getByText('The account is deactivated.')).toBeVisible()
  await expect(page.getByRole('region', { name: 'What was done to accounts' })).toContainText('Deactivated')
  await theirs.goto('/exams')
  expect(new URL(theirs.url()).pathname).toBe('/sign-in')
  await context.close()
})
