import { createHash } from 'node:crypto'
import { configKey } from '@/lib/exam/seb/config-key'
import { expectAccessible, expectFits, setLanguage, signIn, untilSaved } from './journey'
import { othersTryFirst } from './others-try'
import { handInAsItIs, ownExam, personOf } from './own-exam'
import { expect, type Page, test } from './test'

const digest = (text: string) => createHash('sha256').update(text).digest('hex')

async function keyOf(page: Page, examId: string): Promise<string> {
  const file = await page.request.get(`/exams/${examId}/quizgrad.seb`)
  expect(file.headers()['content-type']).toBe('application/seb')
  return configKey(await file.text(), digest)
}

/** From now on each request carries the header that Safe Exam Browser puts on it. */
const enter = (page: Page, key: string) =>
  page.route('**/*', (route) => {
    const request = route.request()
    const hash = digest(`${request.url().split('#')[0]}${key}`)
    return route.continue({
      headers: { ...request.headers(), 'x-safeexambrowser-configkeyhash': hash },
    })
  })

test('an instructor requires it; students are told what to do, work inside, and lose nothing outside', async ({
  page,
  browser,
}) => {
  const { examId, student } = await ownExam({})
  const instructor = await personOf(examId, 'instructor')
  await setLanguage(page, 'en')
  await signIn(page, instructor)
  const tried = await othersTryFirst(page, { examId, instructorId: instructor.id })
  await page.goto(`/teach/exams/${examId}/rules`)
  await page.getByLabel('Require Safe Exam Browser').check()
  await page.getByLabel('Browser Exam Keys').fill('not a key')
  const save = page.getByRole('button', { name: 'Save these settings' })
  await save.click()
  await expect(page.getByText('exactly 64 digits')).toBeVisible()
  await page.getByLabel('Browser Exam Keys').fill('')
  await page.getByLabel('Other addresses that may be opened').fill('pytorch.org/docs/*')
  await page.getByLabel('Quit password').fill('kiwi')
  await save.click()
  await expect(page.getByText('Saved. Whoever is at work')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Download the file' })).toBeVisible()
  expect(tried()).toBe(1)
  await expectAccessible(page)
  await page.setViewportSize({ width: 390, height: 800 })
  await expectFits(page)

  const context = await browser.newContext()
  const room = await context.newPage()
  await setLanguage(room, 'en')
  await signIn(room, student)
  await room.goto(`/exams/${examId}`)
  await expect(room.getByText('This exam is taken in Safe Exam Browser')).toBeVisible()
  await expect(room.getByRole('button', { name: 'Start the exam' })).toHaveCount(0)
  await expect(room.getByRole('link', { name: 'Open in Safe Exam Browser' })).toHaveAttribute(
    'href',
    `${new URL(room.url()).origin.replace('http', 'seb')}/exams/${examId}/quizgrad.seb`,
  )
  await expectAccessible(room)
  await room.setViewportSize({ width: 390, height: 800 })
  await expectFits(room)
  await room.setViewportSize({ width: 1280, height: 800 })

  const key = await keyOf(room, examId)
  await enter(room, digest('of another file'))
  await room.reload()
  await expect(room.getByText('is not set up for this exam')).toBeVisible()
  await room.unrouteAll()
  await enter(room, key)
  await room.reload()
  await room.getByRole('button', { name: 'Start the exam' }).click()
  await room.waitForURL(/\/attempts\//)
  await room.locator('#answer-1-total').fill('73')
  await untilSaved(room)

  // The same login in a browser that sends nothing: refused, kept, and saved once it is inside again.
  await room.unrouteAll()
  await room.locator('#answer-1-total').fill('74')
  await expect(room.getByText('What you typed is kept on this device.')).toBeVisible()
  await expect(room.getByTestId('save-state')).toHaveAttribute('data-state', 'failed')
  const outside = await context.newPage()
  await outside.goto(room.url())
  await expect(outside.getByTestId('seb-gate')).toBeVisible()
  await expect(outside.locator('#answer-1-total')).toHaveCount(0)
  await outside.close()
  await enter(room, key)
  await untilSaved(room)
  await expect(room.getByText('What you typed is kept on this device.')).toHaveCount(0)
  await handInAsItIs(room)
  await room.unrouteAll()
  await room.reload()
  await expect(room.getByTestId('points-1')).toHaveText('2 / 2')
  await room.getByRole('link', { name: 'Leave Safe Exam Browser' }).click()
  await room.waitForURL(`**/exams/${examId}`)
  await context.close()
})

test('where the browser can send no header, the page hands over what it reads', async ({ page }) => {
  const { examId, student } = await ownExam({})
  const instructor = await personOf(examId, 'instructor')
  await setLanguage(page, 'en')
  await signIn(page, instructor)
  await page.goto(`/teach/exams/${examId}/rules`)
  await page.getByLabel('Require Safe Exam Browser').check()
  await page.getByRole('button', { name: 'Save these settings' }).click()
  await expect(page.getByText('Saved. Whoever is at work')).toBeVisible()
  const key = await keyOf(page, examId)
  await page.context().clearCookies()
  await setLanguage(page, 'en')
  await page.addInitScript((configKey) => {
    const { href } = window.location
    const text = new TextEncoder().encode(`${href.split('#')[0]}${configKey}`)
    void crypto.subtle.digest('SHA-256', text).then((bytes) => {
      const hash = Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('')
      Object.assign(window, { SafeExamBrowser: { security: { configKey: hash, browserExamKey: '' } } })
    })
  }, key)
  await signIn(page, student)
  await page.goto('/exams')
  await page.goto(`/exams/${examId}?from=a-link#rules`)
  await page.getByRole('button', { name: 'Start the exam' }).click()
  await page.waitForURL(/\/attempts\//)
  await page.locator('#answer-1-total').fill('74')
  await untilSaved(page)
  await page.reload()
  await expect(page.locator('#answer-1-total')).toHaveValue('74')
})
