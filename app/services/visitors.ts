import encryption from '@adonisjs/core/services/encryption'
import type { HttpContext } from '@adonisjs/core/http'
import type Visitor from '#models/postes/visitor'
import SitePolicy from '#policies/postes/site_policy'
import { sendJson } from '#services/json_file'

/** Somebody whom the site of the address knows, for those who work at its desk; nobody is found from another site, or once forgotten. */
export async function visitorAt({ site, params, bouncer }: HttpContext): Promise<Visitor> {
  await bouncer.with(SitePolicy).authorize('work', site)
  return site.related('visitors').query().where('id', params.id).whereNull('anonymised_at').firstOrFail()
}

/** All that is held of somebody, as a file for them: what was done with it is said in their language. */
export async function sendHeld(ctx: HttpContext, visitor: Visitor) {
  const { i18n, viewer } = ctx
  const { events, ...held } = await visitor.disclose(viewer.act())
  const said = { visitor: visitor.isGuest ? i18n.t('visitors.guest', { number: visitor.guestNumber }) : visitor.shownName }
  const told = events.map(({ at, action }) => ({ at, what: i18n.t(`usage.actions.${action}`, said) }))
  return sendJson(ctx, i18n.t('visitors.access.file', { site: visitor.site.name }), { ...held, events: told })
}

/** For the next page of this browser about that person, and no other. Sealed: a session lies in the database. */
export function showOnce({ session }: HttpContext, visitor: Visitor, number: string) {
  session.flash('shown', encryption.encrypt({ id: visitor.id, number }, '5 mins', 'shown_once'))
}

export function shownOnce({ session }: HttpContext, visitor: Visitor): string | null {
  const sealed = session.flashMessages.get('shown')
  const shown = typeof sealed === 'string' ? encryption.decrypt<{ id: number; number: string }>(sealed, 'shown_once') : null
  return shown?.id === visitor.id ? shown.number : null
}
