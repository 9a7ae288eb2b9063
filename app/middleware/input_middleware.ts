import BodyParserMiddleware from '@adonisjs/core/bodyparser_middleware'
import type { HttpContext, HttpRequest } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { Exception } from '@adonisjs/core/exceptions'

let parser: BodyParserMiddleware | undefined

/**
 * Reads the body of a request; one that cannot be read, or holds what no text has, is refused as a whole.
 * A `_method` in the body would come after the route was chosen, and only make the check of the form's token
 * believe that this is a GET.
 */
export default class InputMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    parser ??= await ctx.containerResolver.make(BodyParserMiddleware)
    await read(ctx.request, () => parser!.handle(ctx, async () => {}))
    return next()
  }
}

/**
 * Compressed bytes that are none, or lists nested deeper than the stack: the sender's doing, not a fault of ours.
 * @param parse sets the body of the request
 */
export async function read(request: HttpRequest, parse: () => Promise<unknown>) {
  try {
    await parse()
  } catch (error) {
    throw (error as { status?: number }).status ? error : refusal('The body cannot be read')
  }
  const { _method, ...body } = request.body() ?? {}
  if (_method !== undefined) request.updateBody(body)
  if (!isText(request.all())) throw refusal('The request holds a character that no text has')
}

/** PostgreSQL stores neither a NUL nor, in JSON, half of a surrogate pair. Without recursion: the depth is the sender's. */
function isText(input: unknown) {
  const rest = [input]
  while (rest.length > 0) {
    const value = rest.pop()
    if (typeof value === 'string' && (value.includes('\0') || !value.isWellFormed())) return false
    if (value && typeof value === 'object') for (const [key, inner] of Object.entries(value)) rest.push(key, inner)
  }
  return true
}

function refusal(message: string) {
  return new Exception(message, { status: 400, code: 'E_BAD_INPUT' })
}
