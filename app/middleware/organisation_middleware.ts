import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import Organisation from '#models/accounts/organisation'

/**
 * `/compte/organisations/:id/…`: the organisation that the address names, as `ctx.organisation`, among those of whoever
 * asks; moderators reach the members of any.
 */
export default class OrganisationMiddleware {
  async handle(ctx: HttpContext, next: NextFn, { moderated = false }: { moderated?: boolean } = {}) {
    const { user, moderates } = ctx.viewer
    const among = moderated && moderates ? Organisation.query() : user!.organisations()
    ctx.organisation = await among.where('id', ctx.params.id).firstOrFail()
    ctx.view.share({ organisation: ctx.organisation })
    return next()
  }
}

declare module '@adonisjs/core/http' {
  export interface HttpContext {
    organisation: Organisation
  }
}
