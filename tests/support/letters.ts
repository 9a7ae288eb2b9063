import encryption from '@adonisjs/core/services/encryption'
import db from '@adonisjs/lucid/services/db'
import { render } from '#services/letters'

/** What was written to an address, the first first, with the secret of its link and every place to which it leads. */
export async function lettersTo(address: string) {
  const rows = await db.from('deliveries').where('address', address).orderBy('id')
  return Promise.all(
    rows.map(async ({ template, locale, params, secrets, user_id: userId, expires_at: expiresAt }) => {
      const opened = secrets ? encryption.decrypt<Record<string, string>>(secrets)! : {}
      const { html } = await render({ template, locale, params, secrets: opened })
      const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, to]) => new URL(to).pathname)
      return { template: template.replace('accounts/', ''), userId, token: opened.token, expiresAt, html, links: [...new Set(links)] }
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
