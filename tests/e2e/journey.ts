import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import questionEn from '@/app/messages/question.en.json' with { type: 'json' }
import questionKo from '@/app/messages/question.ko.json' with { type: 'json' }
import type { StoredResponse } from '@/lib/question/field'
import demoLogins from '@/prisma/demo-logins.json' with { type: 'json' }

export type Language = 'ko' | 'en'

/** Long journeys are made in English at the desk and in Korean on the phone: both languages, both widths, once each. */
export const languageOf = (isMobile: boolean): Language => (isMobile ? 'ko' : 'en')

/** The words that the tests press, as a student reads them. */
export const words = {
  ko: {
    fixed: '딥러닝 중간시험',
    randomized: '딥러닝 중간시험 (학생마다 다른 숫자)',
    details: '자세히 보기',
    start: '시험 시작',
    next: '다음',
    review: '제출 화면으로',
    blocks: { input: '입력', padding: '패딩', convolution: '합성곱', 'feature-map': '특징맵' },
  },
  en: {
    fixed: 'Deep learning midterm',
    randomized: 'Deep learning midterm, randomized',
    details: 'Details',
    start: 'Start the exam',
    next: 'Next',
    review: 'Review and submit',
    blocks: { input: 'Input', padding: 'Padding', convolution: 'Convolution', 'feature-map': 'Feature map' },
  },
} as const

export async function setLanguage(page: Page, language: Language): Promise<void> {
  const url = process.env.E2E_BASE_URL
  if (!url) throw new Error('E2E_BASE_URL is not set')
  await page.context().addCookies([{ name: 'locale', value: language, url }])
}

/** @param base the server's address, for pages that do not know it */
export async function signIn(
  page: Page,
  login: { email: string; password: string },
  base = '',
): Promise<void> {
  await page.goto(`${base}/sign-in`)
  await page.locator('input[type=email]').fill(login.email)
  await page.locator('input[type=password]').fill(login.password)
  await page.locator('main form button[type=submit]').click()
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
}

export function demoLogin(role: 'instructor' | 'administrator'): { email: string; password: string } {
  const login = demoLogins.find((each) => each.role === role)
  if (!login) throw new Error(`no demo login for ${role}`)
  return login
}

/** From the list of exams into a fresh attempt. */
export async function startExam(
  page: Page,
  language: Language,
  which: 'fixed' | 'randomized',
): Promise<string> {
  const t = words[language]
  await page.goto('/exams')
  await page.getByRole('link', { name: `${t.details}: ${t[which]}`, exact: true }).click()
  await page.getByRole('button', { name: t.start }).click()
  await page.waitForURL(/\/attempts\/[0-9a-f-]{36}/)
  return new URL(page.url()).pathname.split('/')[2] ?? ''
}

const addBlock = {
  ko: (block: string) => questionKo.sketch.add.replace('{block}', block),
  en: (block: string) => questionEn.sketch.add.replace('{block}', block),
}

/** Fills in a problem as a student does: fields by typing, the sketch by its blocks. */
export async function answer(
  page: Page,
  language: Language,
  position: number,
  response: StoredResponse,
): Promise<void> {
  for (const [name, value] of Object.entries(response)) {
    if (typeof value === 'string') {
      await page.locator(`#answer-${position}-${name}`).fill(value)
      continue
    }
    for (const [i, { stage, ...written }] of value.entries()) {
      const block = words[language].blocks[stage as keyof (typeof words)['en']['blocks']]
      await page.getByRole('button', { name: addBlock[language](block), exact: true }).click()
      for (const [at, text] of Object.values(written).entries()) await stageInput(page, i, at).fill(text)
    }
  }
}

/** What is written on a block of the sketch, by the block's place and the input's place on it. */
export const stageInput = (page: Page, stage: number, input: number) =>
  page.locator('fieldset ol:visible > li').nth(stage).locator('input').nth(input)

/** Waits until the page says that the server has everything. */
export const untilSaved = (page: Page): Promise<void> =>
  expect(page.getByTestId('save-state')).toHaveAttribute('data-state', 'saved')

export async function handIn(page: Page, language: Language): Promise<void> {
  const t = words[language]
  await page.getByRole('button', { name: t.review }).click()
  // Not the navigator's entry of the same name, which is there before the page that it leads to.
  await page.getByTestId('hand-in').click()
  await page.waitForURL('**/result')
}

/** axe finds nothing serious, in the theme shown. */
export async function expectAccessible(page: Page): Promise<void> {
  // A page that is drawn anew gets its title last.
  await expect(page).toHaveTitle(/\S/)
  const { violations } = await new AxeBuilder({ page }).analyze()
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)).toEqual([])
}

/** No sideways scrolling of the page as a whole. */
export async function expectFits(page: Page): Promise<void> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(over).toBeLessThanOrEqual(0)
}
