import questionEn from '@/app/messages/question.en.json' with { type: 'json' }
import questionKo from '@/app/messages/question.ko.json' with { type: 'json' }
import {
  answer,
  expectAccessible,
  handIn,
  languageOf,
  setLanguage,
  signIn,
  startExam,
  untilSaved,
  words,
} from './journey'
import { newStudent } from './people'
import { expect, test } from './test'

test('a student who answers badly sees why', async ({ page, isMobile }) => {
  const language = languageOf(isMobile)
  const t = words[language]
  await setLanguage(page, language)
  await signIn(page, await newStudent())
  await startExam(page, language, 'fixed')
  // Every bias forgotten.
  await answer(page, language, 1, { total: '6*5 + 5*4 + 4*3' })
  await page.getByRole('button', { name: t.next }).click()
  // Twice the padding, carried through rightly; nonsense for the last size.
  await answer(page, language, 2, { padding: '4', paddedSize: '72x72', outputSize: 'big' })
  await expect(page.locator('#answer-2-outputSize-reading .decoration-wavy')).toBeVisible()
  await page.getByRole('button', { name: t.next }).click()
  await answer(page, language, 3, {
    explanation:
      language === 'ko'
        ? '학습률이 너무 작기 때문에 기울기가 소실된다.'
        : 'The gradient vanishes because the learning rate is too small.',
  })
  await untilSaved(page)
  await handIn(page, language)

  const problem = (position: number) =>
    page
      .locator('main section')
      .filter({ has: page.getByTestId(`points-${position}`) })
      .first()
  await expect(problem(1)).toContainText(language === 'ko' ? '편향' : /bias/)
  await expect(page.getByTestId('points-1')).not.toHaveText('2 / 2')
  await expect(problem(2)).toContainText(
    language === 'ko' ? questionKo.grade['follow-through'] : questionEn.grade['follow-through'],
  )
  await expect(problem(2)).toContainText(
    language === 'ko' ? questionKo.grade.invalid : questionEn.grade.invalid,
  )
  await expect(page.getByTestId('points-3')).toHaveText(/^0(\.\d+)? \/ 2$/)
  await expectAccessible(page)
})

test('an empty exam can be handed in, after the page has said what is missing', async ({ page }) => {
  await setLanguage(page, 'en')
  await signIn(page, await newStudent())
  await startExam(page, 'en', 'fixed')
  await page.getByRole('navigation', { name: 'Problems' }).getByRole('button', { name: 'Submit' }).click()
  await expect(page.getByText('Something is still empty.')).toBeVisible()
  await expect(
    page.getByText('Empty: Padding p, Padded input size, Feature map size, Pipeline sketch'),
  ).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Submit as it is' }).click()
  await page.waitForURL('**/result')
  await expect(page.getByTestId('total')).toHaveText('0 / 6')
})
