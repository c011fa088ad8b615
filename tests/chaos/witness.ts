import type { Page } from '@playwright/test'
import { type Sheet, sheetOnPage } from './answers'

/** Looks over the student's shoulder: what stood on the page whenever it said that all is saved. */
export interface Witness {
  /** Kept over reloads and new pages. */
  readonly sawSaved: Sheet[]
  watch(page: Page): Promise<void>
}

export function newWitness(): Witness {
  const sawSaved: Sheet[] = []
  return {
    sawSaved,
    async watch(page) {
      await page.exposeFunction('chaosSaved', (sheet: Sheet) => void sawSaved.push(sheet))
      await page.addInitScript(`(${watchPage.toString()})(${sheetOnPage.toString()})`)
    },
  }
}

/** Runs in the page from its first moment. */
function watchPage(read: () => Sheet) {
  const tell = (window as unknown as { chaosSaved(sheet: Sheet): void }).chaosSaved
  let last = ''
  // Called once the page has been drawn anew, before the next key can be pressed.
  new MutationObserver(() => {
    // Half of a page that is still coming in is not what it says.
    if (document.readyState === 'loading') return
    const sign = document.querySelector('[data-testid=save-state]')
    if (sign?.getAttribute('data-state') !== 'saved') return
    const sheet = read()
    const text = JSON.stringify(sheet)
    if (text === last) return
    last = text
    tell(sheet)
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
}
