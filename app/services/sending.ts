import { Readable } from 'node:stream'
import type { HttpContext } from '@adonisjs/core/http'
import { policy } from '#config/shield'
import { Refusal } from '#exceptions/refusal'
import type { Range } from '#services/disks'
import { dispositionOf } from '#services/disposition'
import { rangeOf } from '#services/ranges'

interface Sent {
  name: string
  media: string
  bytes: number
  /** another content, another tag */
  tag: string
  at: Date
  /** shown in the browser rather than saved */
  inline: boolean
  /** a picture of pages: the browser may keep it, and asks whether it has changed */
  kept: boolean
}

/** Browsers show a PDF by a page of their own, which a sandbox would stop (Safari, Firefox). It may still load and send nothing. */
const PDF_POLICY = `default-src 'none';style-src 'unsafe-inline';base-uri 'none';form-action 'none';frame-ancestors 'none'`

/**
 * Answers a request for a file: whole, one range of it, or only what there is to know about it.
 * @param open the content or a range of it; null when it is lost
 */
export async function sendFile(ctx: HttpContext, sent: Sent, open: (range?: Range) => Promise<Readable | null>) {
  const { request, response } = ctx
  if (sent.kept && request.header('if-none-match') === tagOf(sent)) return describe(ctx, sent).status(304).send('')
  const range = isFresh(request.header('if-range'), sent) ? rangeOf(request.header('range'), sent.bytes) : undefined
  const content = range === null || request.method() === 'HEAD' ? nothing() : await open(range)
  if (content === null) throw new Refusal('files.refusals.lost', {}, { status: 404 })
  describe(ctx, sent)
  if (range === null) response.status(416).header('Content-Range', `bytes */${sent.bytes}`).header('Content-Length', '0')
  else if (range) response.status(206).header('Content-Range', `bytes ${range.start}-${range.end}/${sent.bytes}`)
  if (range !== null) response.header('Content-Length', String(range ? range.end - range.start + 1 : sent.bytes))
  // Half a file is no file: whoever reads it sees the connection break.
  content.once('error', (error) => response.response.destroy(error))
  return response.stream(content)
}

/** Sent as text, it would lose the headers that tell about the file. */
function nothing() {
  return Readable.from([])
}

function describe({ response }: HttpContext, sent: Sent) {
  response.header('Content-Type', sent.media)
  response.header('Content-Disposition', dispositionOf(sent.name, sent.inline ? 'inline' : 'attachment'))
  response.header('Content-Security-Policy', sent.inline && sent.media === 'application/pdf' ? PDF_POLICY : `${policy};sandbox`)
  response.header('Cache-Control', sent.kept ? 'private, no-cache' : 'no-store')
  response.header('Accept-Ranges', 'bytes')
  response.header('ETag', tagOf(sent))
  response.header('Last-Modified', sent.at.toUTCString())
  return response
}

function tagOf({ tag }: Sent) {
  return `"${tag}"`
}

/** A part of another version would spoil what the reader already has. */
function isFresh(condition: string | undefined, sent: Sent) {
  return !condition || condition === tagOf(sent) || condition === sent.at.toUTCString()
}
