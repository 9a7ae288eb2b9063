import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { Refusal } from '#exceptions/refusal'
import SecretLink from '#models/accounts/secret_link'
import Site from '#models/postes/site'
import { goTo } from '#services/answers'
import { allow } from '#start/limiter'

/** What the screen of a desk was given: opening the address shows a button, and only the button comes in. */
export default class LinksController {
  async show(ctx: HttpContext) {
    const { site } = await openLink(ctx)
    return ctx.view.render('pages/postes/links/show', { site })
  }

  async store(ctx: HttpContext) {
    const { link, site } = await openLink(ctx)
    const others = ctx.viewer.links.filter(({ siteId }) => siteId !== site.id)
    ctx.session.put('links', [...others.map(({ id }) => id), link.id])
    ctx.session.regenerate()
    return goTo(ctx, `${site.path}/wall`)
  }
}

/** @throws {Refusal} counter.refusals.link_invalid: never existed, replaced or too old, without saying which */
async function openLink({ request, params }: HttpContext) {
  const link = await SecretLink.opened(params.token, DateTime.now())
  if (link?.siteId) return { link, site: await Site.query().where('id', link.siteId).whereNull('retired_at').firstOrFail() }
  await allow('link', request.ip())
  throw new Refusal('counter.refusals.link_invalid', {}, { status: 404 })
}
