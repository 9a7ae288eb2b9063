import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { filesConfig } from '#config/files'
import { read } from '#middleware/input_middleware'
import { receive, textsOf } from '#services/receiving'
import type { Upload } from '#services/upload'

/** A form with a file of some size: `ctx.uploads`, on the disk as long as the request lasts, whatever becomes of it. */
export default class UploadsMiddleware {
  /** @param options.field which sentence is beside it when the form is refused unread; `:id` is that of the address */
  async handle(ctx: HttpContext, next: NextFn, { field = 'file' }: { field?: string } = {}) {
    ctx.uploads = []
    try {
      if (ctx.request.multipart) await read(ctx.request, () => this.#receive(ctx, field.replace(':id', String(ctx.params.id))))
      return await next()
    } finally {
      await Promise.all(ctx.uploads.map((upload) => upload.close()))
    }
  }

  async #receive({ request, uploads }: HttpContext, field: string) {
    await receive(request, uploads, { field, limit: filesConfig.maxBytes })
    request.updateBody(textsOf(request.body()))
  }
}

declare module '@adonisjs/core/http' {
  export interface HttpContext {
    uploads: Upload[]
  }
}
