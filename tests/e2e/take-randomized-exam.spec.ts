import type { StoredResponse } from '@/lib/question/field'
import { answer, handIn, setLanguage, signIn, startExam, untilSaved, words } from './journey'
import { newStudent } from './people'
import { expect, type Page, test } from './test'

/** The statement of a problem as a student reads it: plain text with its formulas as TeX. */
const readStatement = (page: Page, position: number): Promise<string> =>
  page
    .locator('section')
    .filter({ has: page.locator(`[id^="answer-${position}-"]`) })
    .locator('.prose')
    .first()
    .evaluate((element) => {
      const copy = element.cloneNode(true) as Element
      for (const formula of copy.querySelectorAll('.katex')) {
        formula.replaceWith(formula.querySelector('annotation')?.textContent ?? '')
      }
      return copy.textContent ?? ''
    })

const numbers = (text: string): number[] =>
  [...text.matchAll(/\d+(?:\.\d+)?/g)].map(([match]) => Number(match))

/** "has 23 inputs, 2 hidden layers of 19 and 17 units, …, and 6 outputs" */
function countParameters(statement: string): StoredResponse {
  const [sentence = ''] = statement.split('.')
  const [inputs = 0, ...rest] = numbers(sentence)
  const outputs = rest.at(-1) ?? 0
  const hidden = rest.slice(rest.length > 2 ? 1 : 0, -1)
  const sizes = [inputs, ...hidden, outputs]
  const biased = !/no bias|without bias/.test(statement)
  const total = sizes
    .slice(1)
    .reduce((sum, units, i) => sum + units * (sizes[i] ?? 0) + (biased ? units : 0), 0)
  return { total: String(total) }
}

/** Padding asked for or given, dilation and stride where they are named. */
function convolve(statement: string): StoredResponse {
  const size = (pattern: RegExp): [number, number] => {
    const found = statement.match(pattern)
    if (!found) throw new Error(`not in the statement: ${pattern}`)
    return [Number(found[1]), Number(found[2] ?? found[1])]
  }
  const input = size(/size (\d+) \\times (\d+)/)
  const kernel = size(/with a (\d+) \\times (\d+)/)
  const stride = Number(statement.match(/stride (\d+)/)?.[1] ?? 1)
  const dilation = Number(statement.match(/dilation (\d+)/)?.[1] ?? 1)
  const given = statement.match(/p = (\d+)/) ?? statement.match(/p_h = (\d+).*?p_w = (\d+)/)
  const effective = kernel.map((k) => dilation * (k - 1) + 1)
  const padding = given ? [Number(given[1]), Number(given[2] ?? given[1])] : effective.map((k) => (k - 1) / 2)
  const padded = input.map((n, i) => n + 2 * (padding[i] ?? 0))
  const output = padded.map((n, i) => Math.floor((n - (effective[i] ?? 1)) / stride) + 1)
  const write = (pair: number[]) => pair.join('x')
  return {
    ...(given ? {} : { padding: write(padding) }),
    paddedSize: write(padded),
    outputSize: write(output),
    sketch: [
      { stage: 'input', size: write([...input]) },
      { stage: 'padding', amount: write(padding), size: write(padded) },
      {
        stage: 'convolution',
        kernel: write([...kernel]),
        stride: String(stride),
        ...(dilation > 1 ? { dilation: String(dilation) } : {}),
      },
      { stage: 'feature-map', size: write(output) },
    ],
  }
}

/** The bound over T − 1 steps: (largest derivative × weight)^(T−1). */
function boundGradient(statement: string): StoredResponse {
  const weight = statement.match(/w = (-?\d+(?:\.\d+)?)/)?.[1]
  const length = statement.match(/T = (\d+)/)?.[1]
  if (weight === undefined || length === undefined) return {}
  const derivative = /sigmoid/.test(statement) ? '0.25*' : ''
  return { bound: `(${derivative}${weight.replace('-', '')})^${Number(length) - 1}` }
}

for (const round of [1, 2, 3]) {
  test(`a student works out the shown numbers of a randomized exam (${round})`, async ({ page }) => {
    await setLanguage(page, 'en')
    await signIn(page, await newStudent())
    await startExam(page, 'en', 'randomized')
    await answer(page, 'en', 1, countParameters(await readStatement(page, 1)))
    await page.getByRole('button', { name: words.en.next }).click()
    await answer(page, 'en', 2, convolve(await readStatement(page, 2)))
    await page.getByRole('button', { name: words.en.next }).click()
    const bound = boundGradient(await readStatement(page, 3))
    await answer(page, 'en', 3, bound)
    await untilSaved(page)
    await handIn(page, 'en')
    await expect(page.getByTestId('points-1')).toHaveText('2 / 2')
    await expect(page.getByTestId('points-2')).toHaveText('2 / 2')
    const boundPart = page
      .getByRole('listitem')
      .filter({ hasText: /bound/i })
      .filter({ hasText: /Correct/ })
    await expect(boundPart.first()).toBeVisible()
  })
}
