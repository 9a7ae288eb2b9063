import type { Group } from '@japa/runner/core'
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core'
import type { Person } from '#database/seeders/cast_seeder'
import type User from '#models/accounts/user'
import type Fair from '#models/fair/fair'
import type Attendee from '#models/fair/attendee'
import type Stand from '#models/fair/stand'
import { Agent, baseUrl } from '#tests/support/agent'
import { launchChromium } from '#tests/support/chromium'

const PHONE = { width: 390, height: 844 }
const WALL = { width: 1920, height: 1080 }
const DESK = { width: 1440, height: 900 }

let browser: Browser | undefined
let contexts: BrowserContext[] = []
let complaints: string[] = []

/** One browser for the process, new windows for each test; a script that fails or is blocked fails the test. */
export function withBrowser(group: Group) {
  group.setup(async () => {
    browser ??= await launchChromium()
  })
  group.each.setup(() => {
    complaints = []
    return async () => {
      const open = contexts
      contexts = []
      await Promise.all(open.map((context) => context.close()))
      if (complaints.length > 0) throw new Error(`The page complains:\n${complaints.join('\n')}`)
    }
  })
}

export async function closeBrowser() {
  await browser?.close()
  browser = undefined
}

export function phoneOf(who: Person | User | null, options: BrowserContextOptions = {}) {
  return open(who ? Agent.as(who) : Agent.visitor(), { viewport: PHONE, hasTouch: true, isMobile: true, ...options })
}

/** Of somebody at a fair without account. */
export function phoneKeeping(attendee: Attendee, options: BrowserContextOptions = {}) {
  return open(Agent.asGuest(attendee), { viewport: PHONE, hasTouch: true, isMobile: true, ...options })
}

export function deskOf(who: Person | User | null, options: BrowserContextOptions = {}) {
  return open(who ? Agent.as(who) : Agent.visitor(), { viewport: DESK, ...options })
}

export function deskAt(stand: Stand, options: BrowserContextOptions = {}) {
  return open(Agent.atStands(stand), { viewport: DESK, ...options })
}

/** The screen in the hall of a fair. */
export function wallOf(fair: Fair, options: BrowserContextOptions = {}) {
  return open(Agent.atWall(fair), { viewport: WALL, ...options })
}

/** The browser of a public computer, known by its secret. */
export function stationOf(token: string, options: BrowserContextOptions = {}) {
  return open(Agent.atStation(token), { viewport: DESK, ...options })
}

async function open(agent: Promise<Agent>, options: BrowserContextOptions): Promise<Page> {
  const context = await browser!.newContext({ baseURL: baseUrl(), locale: 'fr-FR', ...options })
  contexts.push(context)
  for (const [name, value] of (await agent).cookies) await context.addCookies([{ name, value, url: baseUrl() }])
  const page = await context.newPage()
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && /Content Security Policy|Uncaught|is not defined/.test(message.text()))
      complaints.push(message.text())
  })
  return page
}

/** Until the page listens to presses again: quicker than any hand, one would be the second half of the one before (presses.js). */
export async function rested(page: Page) {
  await page.locator('html:not([data-pressed])').waitFor()
}

/** As a hand does, which never presses twice in half a second. */
export async function press(button: Locator) {
  await rested(button.page())
  await button.click()
}

/** Until the page has its stream: what is signalled before would be caught up anyway, but later. */
export async function listening(page: Page) {
  await page.locator('html[data-stream="on"]').waitFor()
  return page
}
