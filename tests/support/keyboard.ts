import type { Page } from 'playwright-core'

/** What has the focus, by its label or its words. */
function focusedName() {
  const focused = document.activeElement as HTMLInputElement | null
  return focused?.labels?.[0]?.textContent ?? focused?.ariaLabel ?? focused?.textContent ?? ''
}

/** Presses Tab until something of that name has the focus. */
export async function tabTo(page: Page, name: RegExp) {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab')
    if (name.test((await page.evaluate(focusedName)).trim())) return
  }
  throw new Error(`Nothing called ${name} can be reached with the keyboard`)
}

export async function enterAt(page: Page, name: RegExp) {
  await tabTo(page, name)
  await page.keyboard.press('Enter')
}

export async function typeAt(page: Page, name: RegExp, text: string) {
  await tabTo(page, name)
  await page.keyboard.insertText(text)
}
