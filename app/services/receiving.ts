import type { HttpRequest } from '@adonisjs/core/http'
import type { MultipartFile } from '@adonisjs/core/bodyparser'
import { Refusal } from '#exceptions/refusal'
import { Upload } from '#services/upload'

/** What the parts of a form weigh beside its file (bytes). */
const FORM_BYTES = 256 * 1024

/**
 * Reads a form in parts as it comes, its file straight to the disk. One that is too large is refused before its first
 * byte when it says its length, else at the byte too much; the rest is thrown away unread.
 * @param into holds what was received so far, even when this throws
 * @param limit bytes of the file
 */
export async function receive(request: HttpRequest, into: Upload[], { field, limit }: { field: string; limit: number }) {
  if (Number(request.header('content-length')) > limit + FORM_BYTES) throw tooBig(field, limit)
  let failure: unknown
  request.multipart.onFile('*', {}, async (part) => {
    try {
      if (into.length > 0) throw new Refusal('files.refusals.several', {}, { status: 422, field: part.name })
      const upload = await Upload.open(part.name, part.filename)
      into.push(upload)
      for await (const chunk of part) {
        if (upload.bytes + chunk.length > limit) throw tooBig(part.name, limit)
        await upload.write(chunk)
      }
    } catch (error) {
      failure ??= error
      request.multipart.abort(error as Error)
    }
  })
  await request.multipart.process()
  if (failure) throw failure
}

/** The file of a form that asks for one. @param field where the sentence goes when there is none */
export function fileOf([upload]: Upload[], field = 'file') {
  if (!upload) throw new Refusal('files.refusals.none', {}, { status: 422, field })
  return upload
}

/** The texts of the form, without its files. */
export function textsOf(body: Record<string, unknown>) {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => !holdsFile(value)))
}

function holdsFile(value: unknown) {
  return [value].flat().some((one) => (one as MultipartFile | null)?.isMultipartFile)
}

function tooBig(field: string, limit: number) {
  return new Refusal('files.refusals.too_big', { megabytes: Math.floor(limit / 1024 / 1024) }, { status: 422, field })
}
