import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { Refusal } from '#exceptions/refusal'
import SecretLink from '#models/accounts/secret_link'
import Stand from '#models/fair/stand'
import { goTo } from '#services/answers'
import { allow } from '#start/limiter'

/** What a stand was given: opening the address shows a button, and only the button comes in. */
export default class LinksController {
  async show(ctx: HttpContext) {
    const { stand } = await openLink(ctx)
    return ctx.view.render('pages/fair/links/show', { stand })
  }

  async store(ctx: HttpContext) {
    const { link, stand } = await openLink(ctx)
    const others = ctx.viewer.links.filter((held) => held.standId !== stand.id).map((held) => held.id)
    ctx.session.put('links', [...others, link.id])
    ctx.session.regenerate()
    return goTo(ctx, `${stand.fair.path}/stands/${stand.id}/dashboard`)
  }
}

/**
 * Only what opens nothing is counted: every stand of a fair may come in within the same minute, from one address.
 * @throws {Refusal} fair.refusals.link_invalid: never existed, replaced or too old, without saying which (C001)
 */
async function openLink({ request, params }: HttpContext) {
  const link = await SecretLink.opened(params.token, DateTime.now())
  if (!link?.standId) {
    await allow('link', request.ip())
    throw new Refusal('fair.refusals.link_invalid', {}, { status: 404 })
  }
  return { link, stand: await Stand.query().where('id', link.standId).preload('fair').firstOrFail() }
}
