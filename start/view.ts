/* What every template may use: icons, and helpers that format. Never a model, never a query. */
import { createRequire } from 'node:module'
import edge, { edgeGlobals } from 'edge.js'
import app from '@adonisjs/core/services/app'
import { addIcon, edgeIconify } from 'edge-iconify'
import { adminEntries } from '#config/admin'
import { accountPages } from '#config/account'
import { acceptOf, largestOf, typesOf } from '#config/files'
import { icons } from '#config/icons'
import { LEGAL_PAGES } from '#config/legal'
import type { Device } from '#models/accounts/device'
import { STAFF } from '#models/accounts/role'
import { USER_GROUPS } from '#models/accounts/user_list'
import { organisations } from '#config/organisations'
import type { Viewer } from '#models/accounts/viewer'
import type { Formats } from '#services/formats'
import { settings } from '#services/settings'
import { keepTemplates } from '#services/templates'

type Translate = (key: string, data?: Record<string, unknown>) => string

const lucide = createRequire(import.meta.url)('@iconify-json/lucide/icons.json')
for (const name of icons)
  addIcon(`lucide:${name}`, { width: 24, height: 24, ...(lucide.icons[name] ?? lucide.icons[lucide.aliases[name].parent]) })
edge.use(edgeIconify, { scale: 1.25, defaultClass: 'icon' })

const { html } = edgeGlobals
const drawn = new Map<string, { value: string }>()

/** A decoration, silent for screen readers: the word beside it says the same. Each is drawn once. */
function icon(name: string) {
  if (!drawn.has(name)) drawn.set(name, edge.globals.svg(`lucide:${name}`, { 'aria-hidden': 'true' }))
  return drawn.get(name)!
}

const BADGES: Record<string, string> = {
  available: 'circle-check',
  interviewing: 'messages-square',
  paused: 'circle-pause',
  passed: 'check',
  open: 'door-open',
  closed: 'door-closed',
  called: 'megaphone',
  skipped: 'user-x',
  archived: 'archive',
  blocked: 'ban',
  fresh: 'mail',
  waiting: 'hourglass',
  sent: 'check',
  expired: 'clock',
  given_up: 'triangle-alert',
  pending: 'hourglass',
  verified: 'badge-check',
  unproved: 'mail-question-mark',
  refused: 'circle-x',
  suspended: 'circle-pause',
  owner: 'key-round',
  new: 'plus',
  known: 'check',
  wrong: 'circle-alert',
  done: 'circle-check',
  failed: 'circle-alert',
  lost: 'circle-alert',
  running: 'hourglass',
  free: 'circle-check',
  issued: 'ticket',
  cut: 'triangle-alert',
  offline: 'wifi-off',
  unpaired: 'monitor-off',
  maintenance: 'wrench',
  retired: 'archive',
  reserved: 'calendar-clock',
  honoured: 'check',
  cancelled: 'calendar-x',
  absent: 'user-x',
}

/** A state: icon, word and colour, never colour alone. */
function badge(kind: string, text: string) {
  return html.safe(`<span class="badge badge--${kind}">${icon(BADGES[kind]).value}${html.escape(text)}</span>`)
}

/** Somebody at a desk: by name, by their number, or as somebody who is no more. */
function visitorName({ visitor, guest }: { visitor: string | null; guest: number | null }, t: Translate, f: Formats) {
  return visitor ?? (guest === null ? t('counter.forgotten') : t('counter.guest', { number: f.guest(guest) }))
}

/**
 * The attributes of an element. Not Edge's own `toAttrs`: in 6.5.1 it escapes nothing, and what somebody types into a
 * field would become part of the page.
 */
function attributes(values: Record<string, unknown>) {
  const present = Object.entries(values).filter(([, value]) => value !== false && value !== null && value !== undefined)
  return html.safe(present.map(([name, value]) => (isFlag(name, value) ? name : `${name}="${html.escape(String(value))}"`)).join(' '))
}

/** `required` stands alone; `aria-invalid` is spelt out. */
function isFlag(name: string, value: unknown) {
  return value === true && !name.startsWith('aria-')
}

edge.global('legalPages', LEGAL_PAGES)
edge.global('icon', icon)
edge.global('staffRoles', STAFF)
edge.global('userGroups', USER_GROUPS)
edge.global('attributes', attributes)
edge.global('visitorName', visitorName)
edge.global('badge', badge)
edge.global('organisationChoices', organisations)
edge.global('badgeKinds', Object.keys(BADGES))
edge.global('instance', {
  get name() {
    return settings().name
  },
  get zone() {
    return settings().zone
  },
  get locales() {
    return settings().locales
  },
})
edge.global('accountPages', accountPages)

/** An address with some of its query changed; what is empty or a default is left out. */
edge.global('href', (path: string, query: Record<string, string | number | null | undefined>) => {
  const kept = Object.entries(query).filter(([, value]) => value !== null && value !== undefined && value !== '')
  const search = new URLSearchParams(kept.map(([key, value]): [string, string] => [key, String(value)])).toString()
  return search ? `${path}?${search}` : path
})

/** The pages of the back-office that somebody may open. */
edge.global('adminEntriesOf', (viewer: Viewer) =>
  adminEntries.filter(({ roles }) => viewer.grants.some((grant) => roles.includes(grant.role)))
)

/** Whether a page is that of an address, or one of those below it. */
edge.global('isUnder', (path: string, top: string) => path === top || path.startsWith(`${top}/`) || path.startsWith(`${top}?`))

/** `Firefox sur Android`, or that nobody knows. */
edge.global('deviceName', ({ browser, system }: Device, t: Translate) =>
  browser ? t('accounts.devices.named', { browser, system }) : t('accounts.devices.unknown')
)

/** Where an address is, as far as it says. */
edge.global('placeName', (place: string | null, t: Translate) => {
  if (place === 'local') return t('accounts.devices.local')
  else return place ? t('accounts.devices.address', { address: place }) : t('accounts.devices.nowhere')
})

for (const helper of [typesOf, acceptOf, largestOf]) edge.global(helper.name, helper)

/** An order as an address writes it: `name`, `-waiting`. */
edge.global('sortWord', ({ by, down }: { by: string; down: boolean }) => (down ? `-${by}` : by))

// Drawings are for a few pages: what draws them is loaded by the first of these.
edge.global('drawChart', async (...chart: Parameters<(typeof import('#services/charts'))['drawChart']>) => {
  return (await import('#services/charts')).drawChart(...chart)
})
edge.global('qrOf', async (text: string) => (await import('#services/qr')).qrOf(text))

if (!app.inDev) keepTemplates()
