import { createHash } from 'node:crypto'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { read } from '#middleware/input_middleware'

/** The largest file that is kept (bytes), and where reading a larger one stops. */
const LARGEST = 5 * 1024 * 1024
const LIMIT = '20mb'

/** A form with one small file, `file`: kept in memory as `ctx.sentFile`, never written on the disk. */
export default class SentFileMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    ctx.sentFile = null
    const { multipart } = ctx.request
    multipart?.onFile('file', { deferValidations: true }, async (part, report) => {
      const chunks: Buffer[] = []
      let size = 0
      for await (const chunk of part as AsyncIterable<Buffer>) {
        size += chunk.length
        if (size <= LARGEST) chunks.push(chunk)
        await report(chunk)
      }
      const content = Buffer.concat(chunks)
      const digest = createHash('sha256').update(content).digest()
      ctx.sentFile = { name: nameOf(part.filename), content, digest, isTooLarge: size > LARGEST }
    })
    if (multipart) await read(ctx.request, () => multipart.process({ limit: LIMIT }))
    return next()
  }
}

/** Only to be shown: without folders, nor what no text has. */
function nameOf(name: string | undefined) {
  const bare = (name ?? '').split(/[\\/]/).at(-1)!.toWellFormed().replace(/\p{C}/gu, '').trim()
  return bare.slice(0, 200) || '–'
}

declare module '@adonisjs/core/http' {
  export interface HttpContext {
    sentFile: { name: string; content: Buffer; digest: Buffer; isTooLarge: boolean } | null
  }
}
