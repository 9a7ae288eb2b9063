import { randomUUID } from 'node:crypto'
import type { HttpContext } from '@adonisjs/core/http'
import { Exception } from '@adonisjs/core/exceptions'
import transmit from '@adonisjs/transmit/services/main'
import { streams } from '#services/live_streams'
import { isForeign } from '#services/origins'

/** More channels than any page has. */
const MOST_CHANNELS = 100

/** `GET /live?c=stands/12&c=…`: the event stream of one page. Each channel is asked for; one refusal refuses all. */
export default class LiveController {
  async show(ctx: HttpContext) {
    const { request, response, viewer } = ctx
    refuseForeign(ctx)
    const channels = [request.input('c')].flat().filter((channel): channel is string => typeof channel === 'string')
    if (channels.length === 0 || channels.length > MOST_CHANNELS) throw new Exception('No channel', { status: 422, code: 'E_BAD_CHANNELS' })
    const uid = randomUUID()
    const holder = { signIn: viewer.user?.signIn?.id, user: viewer.user?.id, station: viewer.station?.id, links: viewer.heldIds }
    const mayOpen = streams.expect(uid, holder, response.response)
    if (!(await areAllowed(channels, ctx))) {
      streams.forget(uid)
      throw new Exception('Not for you', { status: 403, code: 'E_CHANNEL_REFUSED' })
    }
    // Nobody would ever end the stream of a request that only asks for its headers, or whose page is gone; and a page
    // that has just lost its right asks again who it is.
    if (request.intended() === 'HEAD' || !mayOpen()) {
      streams.forget(uid)
      return response.type('text/event-stream').send('event: refresh\ndata: 1\n\n')
    }

    const stream = transmit.createStream({
      uid,
      context: ctx,
      request: request.request,
      response: response.response,
      injectResponseHeaders: response.getHeaders(),
    })
    for (const channel of channels) await transmit.subscribe({ uid, channel, context: ctx, skipAuthorization: true })
    const since = Number(request.input('since'))
    if (since) streams.catchUp(response.response, channels, since)
    return response.stream(stream)
  }
}

async function areAllowed(channels: string[], ctx: HttpContext) {
  const answers = await Promise.all(channels.map((channel) => transmit.getManager().verifyAccess(channel, ctx)))
  return !answers.includes(false)
}

/** Cookies travel with an event stream that another site opens: its page must not read ours. */
function refuseForeign({ request }: HttpContext) {
  if (isForeign(request) || request.header('sec-fetch-site') === 'cross-site')
    throw new Exception('Streams are for our own pages', { status: 403, code: 'E_FOREIGN_ORIGIN' })
}
