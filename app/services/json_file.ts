import type { HttpContext } from '@adonisjs/core/http'
import { dispositionOf } from '#services/disposition'

/**
 * Answers with a file that a person keeps and a program reads, and that nothing on the way keeps; what is not known is left out.
 * @param name without its extension
 */
export function sendJson({ response }: HttpContext, name: string, content: object) {
  response.header('Content-Type', 'application/json; charset=utf-8').header('Cache-Control', 'no-store')
  return response
    .header('Content-Disposition', dispositionOf(`${name}.json`))
    .send(`${JSON.stringify(content, (_, value) => value ?? undefined, 2)}\n`)
}
