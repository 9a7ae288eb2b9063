import type { HttpContext } from '@adonisjs/core/http'
import type Visitor from '#models/postes/visitor'
import SitePolicy from '#policies/postes/site_policy'

/** Somebody whom the site of the address knows, for those who work at its desk; nobody is found from another site, or once forgotten. */
export async function visitorAt({ site, params, bouncer }: HttpContext): Promise<Visitor> {
  await bouncer.with(SitePolicy).authorize('work', site)
  return site.related('visitors').query().where('id', params.id).whereNull('anonymised_at').firstOrFail()
}
