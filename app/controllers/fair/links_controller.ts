import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { Refusal } from '#exceptions/refusal'
import SecretLink from '#models/accounts/secret_link'
import Fair from '#models/fair/fair'
import Stand from '#models/fair/stand'
import { goTo } from '#services/answers'
import { allow } from '#start/limiter'

/** What a stand, or the screen in a hall, was given: opening the address shows a button, and only the button comes in. */
export default class LinksController {
  async show(ctx: HttpContext) {
    const { stand, fair } = await openLink(ctx)
    return ctx.view.render('pages/fair/links/show', { stand, fair })
  }

  async store(ctx: HttpContext) {
    const { link, stand, fair } = await openLink(ctx)
    const others = ctx.viewer.links.filter(({ standId, fairId }) => standId !== link.standId || fairId !== link.fairId)
    ctx.session.put('links', [...others.map(({ id }) => id), link.id])
    ctx.session.regenerate()
    return goTo(ctx, stand ? `${fair.path}/stands/${stand.id}/dashboard` : `${fair.path}/wall`)
  }
}

/**
 * Only what opens nothing is counted: every stand of a fair may come in within the same minute, from one address.
 * @throws {Refusal} fair.refusals.link_invalid: never existed, replaced or too old, without saying which (C001)
 */
async function openLink({ request, params }: HttpContext) {
  const link = await SecretLink.opened(params.token, DateTime.now())
  if (link?.fairId) return { link, stand: null, fair: await Fair.findOrFail(link.fairId) }
  if (!link?.standId) {
    await allow('link', request.ip())
    throw new Refusal('fair.refusals.link_invalid', {}, { status: 404 })
  }
  const stand = await Stand.query().where('id', link.standId).preload('fair').firstOrFail()
  return { link, stand, fair: stand.fair }
}
