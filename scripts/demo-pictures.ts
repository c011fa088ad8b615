import path from 'node:path'
import { chromium } from '@playwright/test'
import demoLogins from '@/prisma/demo-logins.json' with { type: 'json' }

/**
 * `npm run demo:pictures [-- ADDRESS]`: the README's pictures of what instructors see, taken of a product that runs with
 * `npm run demo:data`.
 */
const base = process.argv[2] ?? 'http://127.0.0.1:3000'
const target = path.resolve(import.meta.dirname, '../docs/screenshots')
const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'

const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
try {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  await context.addCookies([{ name: 'locale', value: 'en', url: base }])
  const page = await context.newPage()
  const login = demoLogins.find(({ role }) => role === 'instructor')
  if (!login) throw new Error('no demo login of an instructor')
  await page.goto(`${base}/sign-in`)
  await page.locator('input[type=email]').fill(login.email)
  await page.locator('input[type=password]').fill(login.password)
  await page.locator('main form button[type=submit]').click()
  await page.waitForURL(/\/teach$/)
  const courseName = 'Deep Learning (demo, 200 students)'
  const exam = async (name: string) => {
    await page.goto(`${base}/teach`)
    const section = page.locator('section, li, article').filter({ hasText: courseName }).last()
    const href = await section.getByRole('link', { name, exact: true }).getAttribute('href')
    return `${base}${href}`
  }
  const picture = async (name: string, address: string, ready: RegExp) => {
    await page.goto(address)
    await page.getByText(ready).first().waitFor()
    await page.screenshot({ path: path.join(target, `${name}.png`) })
  }
  const midterm = await exam('Deep learning midterm')
  await picture('live', `${await exam('Make-up exam (running)')}/live`, /\d of \d answered/)
  await picture('statistics', `${midterm}/statistics`, /Cronbach/)
  await picture('review', `${midterm}/review`, /points at stake/)
  await page.goto(midterm)
  await page.getByRole('link', { name: 'Back to the course' }).click()
  await page.waitForURL(/\/teach\/courses\//)
  await picture('gradebook', `${page.url()}/gradebook?sort=total&dir=desc`, /Name or e-mail/)
} finally {
  await browser.close()
}
