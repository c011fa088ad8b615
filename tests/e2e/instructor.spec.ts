import {
  answer,
  demoLogin,
  expectAccessible,
  expectFits,
  languageOf,
  setLanguage,
  signIn,
  startExam,
  untilSaved,
  words,
} from './journey'
import { newStudent } from './people'
import { expect, test } from './test'

test('an instructor sees who did what, and looks through variants', async ({ page, browser, isMobile }) => {
  const language = languageOf(isMobile)
  const student = await newStudent()
  const working = await browser.newPage()
  await setLanguage(working, language)
  await signIn(working, student)
  await startExam(working, language, 'fixed')
  await answer(working, language, 1, { total: '74' })
  await untilSaved(working)
  await working.getByRole('navigation').last().getByRole('button').last().click()
  await working.getByTestId('hand-in').click()
  await working.waitForURL('**/result')
  await working.close()

  await setLanguage(page, language)
  await signIn(page, demoLogin('instructor'))
  await expectAccessible(page)
  await page.getByRole('link', { name: words[language].fixed, exact: true }).click()
  await page.getByRole('searchbox').fill(student.name)
  const row = page.getByRole('row').filter({ hasText: student.name })
  await expect(row).toHaveCount(1)
  await expect(row).toContainText('2')
  await expectAccessible(page)
  await expectFits(page)
  await row.getByRole('link').click()
  await expect(page.getByTestId('total')).toHaveText('2 / 6')
  await expect(page.getByText(student.name)).toBeVisible()

  for (const slug of ['dnn-parameters', 'conv-output', 'rnn-gradient']) {
    await page.goto(`/variants/${slug}?seed=7`)
    await expect(page.locator('main .prose').first()).toBeVisible()
    const first = await page.locator('main pre').first().textContent()
    await page.reload()
    // The same seed, the same numbers.
    expect(await page.locator('main pre').first().textContent()).toBe(first)
    await page.locator('main form button[type=button]').click()
    await expect(page).not.toHaveURL(/seed=7$/)
    await expectAccessible(page)
    await expectFits(page)
  }
})

test('an administrator sees people and the state of the system', async ({ page }) => {
  await setLanguage(page, 'en')
  await signIn(page, demoLogin('administrator'))
  await page.getByRole('link', { name: 'Administration' }).click()
  await expect(page.getByText(/PostgreSQL \d+/)).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'People' }).click()
  await page.getByRole('searchbox').fill('instructor@demo.quizgrad')
  await expect(page.getByText('instructor@demo.quizgrad')).toBeVisible()
  await page.getByRole('link', { name: 'Administration' }).first().click()
  await page.getByRole('link', { name: 'Learning management systems' }).click()
  await expect(page.getByText(/\/lti\/login$/)).toBeVisible()
  const adding = page.locator('form', { has: page.getByRole('button', { name: 'Add an LMS' }) })
  await adding.getByRole('button').click()
  await expect(adding.getByText('Enter an address such as https://lms.example.edu').first()).toBeVisible()
  await adding.getByLabel('Name', { exact: true }).fill('Campus')
  await adding.getByLabel('Issuer (platform ID)').fill(`https://${crypto.randomUUID()}.example.edu`)
  await adding.getByLabel('Client ID').fill('7')
  for (const label of ['Authentication request URL', 'Access token URL', 'Public keyset URL'])
    await adding.getByLabel(label).fill('https://lms.example.edu/x')
  await adding.getByLabel('Deployment ID').fill('1')
  await adding.getByRole('button').click()
  await expect(page.getByText('The LMS was added.')).toBeVisible()
  await expect(page.getByText('Deployment 1').first()).toBeVisible()
  // What was mistyped is mended in place.
  await page.getByText('Mend what was entered').last().click()
  const mending = page
    .locator('form', { has: page.getByRole('button', { name: 'Save', exact: true }) })
    .last()
  await mending.getByLabel('Audience of the token request').fill('https://as.example.edu')
  await mending.getByRole('button').click()
  await expect(page.getByText('It is saved.')).toBeVisible()
  await expect(page.getByText('https://as.example.edu').last()).toBeVisible()
  // Nobody is there: each part says so in a line of its own.
  await page.getByRole('button', { name: 'Check the connection' }).last().click()
  await expect(page.getByText(/The public keyset URL can not be reached \(\w+\)/)).toBeVisible()
  await expect(page.getByText(/NEXTAUTH_URL/)).toBeVisible()
  await page.getByRole('button', { name: 'Make a registration link' }).click()
  await expect(page.getByText(/\/lti\/register\/[\w-]{43}$/)).toBeVisible()
  await expectAccessible(page)
  await expectFits(page)
})
