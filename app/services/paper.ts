import { Readable } from 'node:stream'
import type { HttpContext } from '@adonisjs/core/http'

/** Where the sheets go in the page around them. */
export const SHEETS = '<!--sheets-->'

/**
 * A page of which some part is too long to be held: what is around it is rendered at once, and its sheets one by one, as
 * fast as the browser takes them. What fails later than the first cuts the connection: nobody takes a part for the whole.
 * @param page rendered, with SHEETS once in it
 */
export async function streamSheets({ response, request, logger }: HttpContext, page: string, sheets: AsyncGenerator<string>) {
  const [head, tail] = page.split(SHEETS)
  response.header('Content-Type', 'text/html; charset=utf-8')
  if (request.method() === 'HEAD') return response.status(200).send('')
  const first = await sheets.next()
  async function* parts() {
    try {
      yield head + (first.value ?? '')
      yield* sheets
      yield tail
    } catch (error) {
      logger.error({ err: error }, 'a page of sheets broke off: its connection is cut')
      throw error
    }
  }
  return response.stream(Readable.from(parts(), { objectMode: true, highWaterMark: 1 }))
}
