import { createHash } from 'node:crypto'
import type { HttpContext } from '@adonisjs/core/http'

/** A part of a page that refetches itself: rendered alone, and not sent again to a browser that has it already. */
export async function fragment({ view, request, response }: HttpContext, template: string, data: object) {
  const html = await view.render(template, data)
  const etag = `"${createHash('sha1').update(html).digest('base64url')}"`
  response.header('Cache-Control', 'private, no-cache').header('ETag', etag).header('Vary', 'Cookie, Accept-Language')
  if (request.header('if-none-match') === etag) return response.status(304).send(null)
  // Nothing at all would be a 204, which leaves on the page what it should no longer show.
  return response.type('html').send(html || '\n')
}
