import type { HttpRequest } from '@adonisjs/core/http'
import type { Multipart, MultipartFile } from '@adonisjs/core/bodyparser'
import { Refusal } from '#exceptions/refusal'
import { Upload } from '#services/upload'

type Part = Parameters<Parameters<Multipart['onFile']>[2]>[0]

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
  const parts: Promise<void>[] = []
  request.multipart.onFile('*', {}, (part) => {
    const received = parts.length > 0 ? refuseAnother(field) : take(part, into, limit)
    parts.push(received)
    received.catch((error: Error) => request.multipart.abort(error))
    return received
  })
  try {
    await request.multipart.process()
  } finally {
    // One that is still being opened when the form is given up would be held by nobody.
    await Promise.allSettled(parts)
  }
}

async function take(part: Part, into: Upload[], limit: number) {
  const upload = await Upload.open(part.name, part.filename)
  into.push(upload)
  for await (const chunk of part as AsyncIterable<Buffer>) {
    if (upload.bytes + chunk.length > limit) throw tooBig(part.name, limit)
    await upload.write(chunk)
  }
}

async function refuseAnother(field: string) {
  throw new Refusal('files.refusals.several', {}, { status: 422, field })
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
