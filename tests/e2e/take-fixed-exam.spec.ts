import {
  answer,
  expectAccessible,
  expectFits,
  handIn,
  languageOf,
  setLanguage,
  signIn,
  stageInput,
  startExam,
  untilSaved,
  words,
} from './journey'
import { newStudent } from './people'
import { expect, test } from './test'

/** The exam as it was set, with its reference answers. */
const explanation = {
  ko: '역전파를 하면 매 시점마다 같은 순환 가중치 행렬이 반복해서 곱해진다. tanh나 시그모이드의 도함수는 1보다 작으므로 곱은 시점이 지날수록 빠르게 0에 가까워진다. 시간 축으로 펼치면 은닉층이 하나라도 시퀀스 길이만큼 깊은 신경망과 같다. 그래서 앞쪽의 정보가 뒤쪽 시점에 영향을 주지 못하고 장기 의존성을 학습하기 어렵다. LSTM이나 GRU는 게이트로 이를 완화한다.',
  en: 'In backpropagation through time the same recurrent weight matrix is multiplied at every time step. The derivatives of tanh and sigmoid are below one, so the product shrinks quickly over the steps. Unrolled in time, one hidden layer is as deep as the sequence is long. Early information cannot influence later steps, so long-term dependencies are hard to learn. The gates of an LSTM or GRU mitigate this.',
}
const sketch = [
  { stage: 'input', size: '64x64' },
  { stage: 'padding', amount: '2', size: '68x68' },
  { stage: 'convolution', kernel: '5x5', stride: '1' },
  { stage: 'feature-map', size: '64x64' },
]

test('a student takes the fixed exam with the reference answers', async ({ page, isMobile }) => {
  const language = languageOf(isMobile)
  const t = words[language]
  const picture = (name: string) => page.screenshot({ path: `docs/screenshots/${name}.png` })
  await setLanguage(page, language)
  await page.goto('/')
  await expectAccessible(page)
  await signIn(page, await newStudent())
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expectAccessible(page)
  await startExam(page, language, 'fixed')

  await answer(page, language, 1, { total: '(6×5+5)+(5×4+4)+(4×3+3)' })
  // Shown back as a formula, with nothing about whether it is right.
  await expect(page.locator('#answer-1-total-reading .katex')).toBeVisible()
  await expect(page.locator('#answer-1-total-reading')).not.toContainText('74')
  await expectAccessible(page)
  await expectFits(page)
  if (!isMobile) await picture('room-parameters')
  if (isMobile) await picture('phone-ko')
  await page.getByRole('button', { name: t.next }).click()
  await answer(page, language, 2, { padding: '2', paddedSize: '68x68', outputSize: '64x64' })
  await untilSaved(page)

  // In the middle of it the page is loaded anew: place and answers are there again.
  await page.reload()
  await expect(page.locator('#answer-2-paddedSize')).toHaveValue('68x68')
  await answer(page, language, 2, { sketch })
  await expectAccessible(page)
  await expectFits(page)
  if (!isMobile) {
    await page.getByRole('group').last().scrollIntoViewIfNeeded()
    await picture('room-sketch')
  }
  await page.getByRole('button', { name: t.next }).click()
  await answer(page, language, 3, { explanation: explanation[language] })
  await untilSaved(page)
  await expectAccessible(page)

  await handIn(page, language)
  await expect(page.getByTestId('total')).toHaveText('6 / 6')
  for (const position of [1, 2, 3]) await expect(page.getByTestId(`points-${position}`)).toHaveText('2 / 2')
  // The recomputation for these numbers, and the words that earned the points.
  await expect(page.getByText('74', { exact: false }).first()).toBeVisible()
  await expect(page.locator('mark').first()).toBeVisible()
  await expectAccessible(page)
  await expectFits(page)
  if (!isMobile) await picture('result')
})

test('the language changes in the middle of an answer without losing a thing', async ({ page }) => {
  await setLanguage(page, 'ko')
  await signIn(page, await newStudent())
  await startExam(page, 'ko', 'fixed')
  await page.locator('#answer-1-total').fill('6*5+')
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByRole('button', { name: 'Next' })).toBeVisible()
  await expect(page.locator('#answer-1-total')).toHaveValue('6*5+')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await page.getByRole('button', { name: '한국어' }).click()
  await expect(page.getByRole('button', { name: '다음' })).toBeVisible()
  await expect(page.locator('#answer-1-total')).toHaveValue('6*5+')
})

test('the exam can be taken by keyboard alone', async ({ page }) => {
  await setLanguage(page, 'en')
  await signIn(page, await newStudent())
  await startExam(page, 'en', 'fixed')
  const press = async (name: string | RegExp) => {
    await page
      .getByRole('button', { name, exact: typeof name === 'string' })
      .last()
      .focus()
    await page.keyboard.press('Enter')
  }
  await press('Next')
  for (const block of ['Add Feature map', 'Add Input']) await press(block)
  await press('Move Input up')
  await expect(page.locator('fieldset ol > li').first()).toContainText('Input')
  await stageInput(page, 0, 0).focus()
  await page.keyboard.type('64x64')
  await untilSaved(page)
  await page.reload()
  await expect(stageInput(page, 0, 0)).toHaveValue('64x64')
  // What a stray key removes comes back.
  await press('Remove Input')
  await press(/^Undo/)
  await expect(stageInput(page, 0, 0)).toHaveValue('64x64')
})
