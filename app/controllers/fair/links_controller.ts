import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { Refusal } from '#exceptions/refusal'
import SecretLink from '#models/accounts/secret_link'
import Stand from '#models/fair/stand'
import { goTo } from '#services/answers'
import { allow } from '#start/limiter'

/** What a stand was given: opening the address shows a button, and only the button comes in. */
export default class LinksController {
  async show({ view, request, params }: HttpContext) {
    await allow('link', request.ip())
    const stand = await standOf(params.token)
    return view.render('pages/fair/links/show', { stand })
  }

  async store(ctx: HttpContext) {
    await allow('link', ctx.request.ip())
    const { link, stand } = await openLink(ctx.params.token)
    const others = ctx.viewer.links.filter((held) => held.standId !== stand.id).map((held) => held.id)
    ctx.session.put('links', [...others, link.id])
    ctx.session.regenerate()
    return goTo(ctx, `${stand.fair.path}/stands/${stand.id}/dashboard`)
  }
}

async function standOf(token: string) {
  return (await openLink(token)).stand
}

/** @throws {Refusal} fair.refusals.link_invalid: never existed, replaced or too old, without saying which (C001) */
async function openLink(token: string) {
  const link = await SecretLink.opened(token, DateTime.now())
  if (!link?.standId) throw new Refusal('fair.refusals.link_invalid', {}, { status: 404 })
  return { link, stand: await Stand.query().where('id', link.standId).preload('fair').firstOrFail() }
}
