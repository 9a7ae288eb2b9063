import type { HttpContext } from '@adonisjs/core/http'
import { sendJson } from '#services/json_file'
import { visitorAt } from '#services/visitors'

/** What is held of somebody who asks the desk for it. */
export default class ExportsController {
  async show(ctx: HttpContext) {
    const visitor = await visitorAt(ctx)
    await visitor.load('site')
    return sendJson(ctx, ctx.i18n.t('visitors.access.file', { site: ctx.site.name }), await visitor.disclose(ctx.viewer.act()))
  }
}
