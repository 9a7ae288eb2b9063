import type { HttpContext } from '@adonisjs/core/http'
import { errors } from '@adonisjs/lucid'
import type { NextFn } from '@adonisjs/core/types/http'
import Organisation from '#models/accounts/organisation'
import { done, goTo, wantsJson } from '#services/answers'

const LIST = '/compte/organisations'

/**
 * `/compte/organisations/:id/…`: the organisation that the address names, as `ctx.organisation`, among those of whoever
 * asks; moderators reach the members of any.
 */
export default class OrganisationMiddleware {
  async handle(ctx: HttpContext, next: NextFn, { moderated = false }: { moderated?: boolean } = {}) {
    const { user, moderates } = ctx.viewer
    const among = moderated && moderates ? Organisation.query() : user!.organisations()
    const organisation = await among.where('id', ctx.params.id).first()
    if (!organisation) return this.#outside(ctx)
    ctx.organisation = organisation
    ctx.view.share({ organisation })
    return next()
  }

  /** Whoever has just left, or was removed while they looked at it, is not told that it does not exist. */
  async #outside(ctx: HttpContext) {
    const { request, viewer, params } = ctx
    // A part of its page that refetches itself finds nothing, and the page is asked for again.
    const isPage = request.method() === 'GET' && !request.header('HX-Request') && !wantsJson(ctx)
    const former = isPage && (await viewer.user!.formerPlaceAt(params.id))
    if (!former) throw new errors.E_ROW_NOT_FOUND(Organisation)
    const { organisation, leftBy } = former
    if (leftBy !== `user:${viewer.user!.id}`) return goTo(ctx, LIST)
    // Their own page may have noticed before the answer to their press came.
    return done(ctx, 'organisations.members.left', { organisation: organisation.name }, LIST)
  }
}

declare module '@adonisjs/core/http' {
  export interface HttpContext {
    organisation: Organisation
  }
}
