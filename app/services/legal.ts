import { readFileSync } from 'node:fs'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import { appUrl } from '#config/app'
import type { Locale } from '#config/instance'
import type { LegalPage } from '#config/legal'
import { literally, renderMarkdown } from '#services/markdown'
import { Remembered } from '#services/remembered'
import { settings } from '#services/settings'
import { wordsOf } from '#services/speech'

/** What is signalled when one of them changes. */
export const LEGAL_TEXTS = 'legal_texts'

interface Current {
  /** of its version; 0 for the text that Tremplin brings */
  id: number
  body: string | null
  writtenAt: Date | null
}

const ORIGIN: Current = { id: 0, body: null, writtenAt: null }

const current = new Remembered<Map<string, Current>>(LEGAL_TEXTS, new Map(), readCurrent)
const origins = new Map<string, string>()
const rendered = new Map<string, string>()

/** The text that is shown, from memory. */
export function legalText(page: LegalPage, locale: Locale) {
  const text = current.value.get(`${page} ${locale}`) ?? ORIGIN
  return { ...text, body: text.body ?? originOf(page, locale) }
}

/** What the process that writes one shows at once. */
export function refreshLegalTexts() {
  return current.refresh()
}

/** The text that Tremplin brings. */
export function originOf(page: LegalPage, locale: Locale) {
  const key = `${locale}/${page}.md`
  if (!origins.has(key)) origins.set(key, readFileSync(app.makePath('resources/legal', key), 'utf8').trim())
  return origins.get(key)!
}

/** As a page shows it, with what the settings say in the place of `[[name]]`, `[[contact]]`, `[[url]]`, `[[retention.audit]]`. */
export function renderLegal(body: string, locale: Locale) {
  const text = filled(body, locale)
  if (!rendered.has(text)) {
    // Previews and old versions must not pile up.
    if (rendered.size > 50) rendered.clear()
    rendered.set(text, renderMarkdown(text))
  }
  return rendered.get(text)!
}

function filled(body: string, locale: Locale) {
  const { name, email, retention } = settings()
  const days = Object.entries(retention).map(([purpose, count]) => [`retention.${purpose}`, wordsOf(locale).f.number(count)])
  const address = literally(email)
  const contact = email ? `[${address}](mailto:${address})` : wordsOf(locale).t('monitoring.legal.no_contact')
  const values = new Map([...days, ['name', literally(name)], ['contact', contact], ['url', literally(appUrl)]] as [string, string][])
  return body.replace(/\[\[([\w.]+)\]\]/g, (whole, key: string) => values.get(key) ?? whole)
}

async function readCurrent() {
  const rows: { id: number; page: string; locale: string; body: string | null; written_at: Date }[] = await db
    .from('legal_texts')
    .select(db.raw('distinct on (page, locale) id, page, locale, body, written_at'))
    .orderByRaw('page, locale, id desc')
  return new Map(rows.map(({ id, page, locale, body, written_at: writtenAt }) => [`${page} ${locale}`, { id, body, writtenAt }]))
}
