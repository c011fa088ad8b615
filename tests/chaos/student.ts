import type { Page } from '@playwright/test'
import type { Rng } from '@/lib/core/rng'
import { waitFor } from './wait'

/** One thing that a student does: go to a field and add to what stands there. */
export interface Step {
  readonly position: number
  readonly perform: (page: Page) => Promise<void>
}

const texts = ['total', 'padding', 'paddedSize', 'outputSize', 'explanation'] as const
const places: Record<(typeof texts)[number], number> = {
  total: 1,
  padding: 2,
  paddedSize: 2,
  outputSize: 2,
  explanation: 3,
}
/** Syllables as an input method composes them: each list is what is shown key by key. */
const composed = [
  ['ㄱ', '기', '길', '기', '기우', '기울', '기울기'],
  ['ㅅ', '소', '손', '소시', '소실'],
  ['ㅂ', '바', '반', '반ㅂ', '반보', '반복', '반복ㄱ', '반복고', '반복곱'],
] as const
const marks = [
  '👩🏽‍💻',
  '𝒲ₕₕ',
  '🇰🇷',
  'e\u0301',
  '\u1112\u1161\u11ab',
  '—“”',
  '\t',
  '\n',
  '∂h/∂t ≤ 1',
  '<b>&amp;</b>',
] as const
const blocks = ['Input', 'Padding', 'Convolution', 'Feature map'] as const

/** The next thing that this student does. Every step of a seed is the same at each run. */
export function nextStep(rng: Rng): Step {
  const kind = rng.int(0, 9)
  if (kind <= 1)
    return { position: 2, perform: sketch(rng.pick(blocks), `${rng.int(1, 99)}x${rng.int(1, 99)}`) }
  const field = kind <= 5 ? 'explanation' : rng.pick(texts)
  const position = places[field]
  const id = `#answer-${position}-${field}`
  if (field !== 'explanation')
    return { position, perform: append(id, `${rng.pick(['+', '×', 'x', '길이 ', '😀'])}${rng.int(1, 999)}`) }
  switch (rng.int(0, 3)) {
    case 0:
      return { position, perform: compose(id, rng.pick(composed)) }
    case 1:
      return { position, perform: append(id, rng.pick(marks)) }
    case 2:
      return {
        position,
        perform: append(
          id,
          `${rng.pick(['역전파에서 ', 'the gradient '])}${rng.int(0, 1e6)} `.repeat(rng.int(1, 60)),
        ),
      }
    default:
      return { position, perform: type(id, ` tanh ${rng.int(0, 1e6)}`) }
  }
}

const atEnd = async (page: Page, id: string) => {
  await page.locator(id).focus()
  await page.keyboard.press('Control+End')
}

/** All at once, as by pasting or from an emoji panel. */
const append = (id: string, text: string) => async (page: Page) => {
  await atEnd(page, id)
  await page.keyboard.insertText(text)
}

/** Key by key. */
const type = (id: string, text: string) => async (page: Page) => {
  await atEnd(page, id)
  await page.keyboard.type(text)
}

/** Through an input method: what is composed stands in the field before it is done. */
const compose = (id: string, shown: readonly string[]) => async (page: Page) => {
  await atEnd(page, id)
  const devtools = await page.context().newCDPSession(page)
  for (const text of shown) {
    await devtools.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    })
  }
  await devtools.send('Input.insertText', { text: shown.at(-1) ?? '' })
  await devtools.detach()
}

/** Another block of the sketch with something on it; where all are placed, something more on the last. */
const sketch = (block: string, text: string) => async (page: Page) => {
  const rows = page.locator('fieldset ol:visible > li')
  if ((await rows.count()) < 8) await page.getByRole('button', { name: `Add ${block}`, exact: true }).click()
  await rows.last().locator('input').first().focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.insertText(text)
}

/** To the problem, by the list of problems. */
export async function goTo(page: Page, position: number): Promise<void> {
  const button = page
    .getByRole('navigation', { name: 'Problems' })
    .getByRole('button')
    .nth(position - 1)
  if ((await button.getAttribute('aria-current')) === 'step') return
  await button.click()
  // One press is enough, whatever else happens on the page meanwhile.
  await waitFor(
    `problem ${position} after its button was pressed`,
    async () => (await button.getAttribute('aria-current')) === 'step',
    5_000,
  )
}
