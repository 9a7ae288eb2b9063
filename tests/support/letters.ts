import encryption from '@adonisjs/core/services/encryption'
import db from '@adonisjs/lucid/services/db'
import { baseUrl } from '#tests/support/agent'
import { render } from '#services/letters'

/** What was written to an address, the first first, with the secret of its link and every place to which it leads. */
export async function lettersTo(address: string) {
  return opened(await db.from('deliveries').where('address', address).orderBy('id'))
}

/** Every mail that was written, to anybody. */
export async function everyLetter() {
  return opened(await db.from('deliveries').where('channel', 'email').orderBy('id'))
}

interface Row {
  template: string
  locale: 'fr' | 'en'
  params: Record<string, string>
  secrets: string | null
  user_id: number | null
  expires_at: Date | null
}

async function opened(rows: Row[]) {
  return Promise.all(
    rows.map(async ({ template, locale, params, secrets, user_id: userId, expires_at: expiresAt }) => {
      const known = secrets ? encryption.decrypt<Record<string, string>>(secrets)! : {}
      const { html } = await render({ template, locale, params, secrets: known })
      const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, to]) => to.replaceAll('&amp;', '&').replace(baseUrl(), ''))
      return { template: template.replace('accounts/', ''), userId, token: known.token, expiresAt, html, links: [...new Set(links)] }
    })
  )
}

/** The templates of what was written to an address. */
export async function writtenTo(address: string) {
  return (await lettersTo(address)).map(({ template }) => template)
}

/** The secret of the last letter of this kind. */
export async function secretOf(address: string, template: string) {
  const letters = await lettersTo(address)
  return letters.findLast((letter) => letter.template === template)!.token
}
