import type { Readable } from 'node:stream'
import { type FileType, type PurposeName, TYPES, purposes, typesOf } from '#config/files'
import { refuse } from '#models/files/inspection/refuse'
import { cleared } from '#models/files/inspection/clearing'
import { drawAgain } from '#models/files/inspection/picture'
import { typeOf } from '#models/files/inspection/recognising'
import type { Upload } from '#services/upload'

/** What may be stored: of a type that its content shows, scanned, and for a picture drawn again. */
export interface Content {
  type: FileType
  name: string
  bytes: number
  width: number | null
  height: number | null
  read: () => Readable
}

const PICTURES = new Set<FileType>(['jpg', 'png', 'webp'])

/**
 * Looks at what somebody hands in before any of it is kept.
 * @throws {Refusal} files.refusals.*, about the field that the file came in
 */
export async function inspect(upload: Upload, purpose: PurposeName): Promise<Content> {
  const { accepts, maxBytes, side } = purposes[purpose]
  if (upload.bytes === 0) throw refuse(upload, 'empty')
  if (upload.bytes > maxBytes) throw refuse(upload, 'too_big', { megabytes: maxBytes / 1024 / 1024 })
  const type = await typeOf(upload)
  const said = extensionOf(upload.name)
  if (said && !(type && (TYPES[type].extensions as readonly string[]).includes(said)) && isKnown(said, accepts))
    throw refuse(upload, 'lies', { extension: said.toUpperCase() })
  if (!type || !accepts.includes(type)) throw refuse(upload, 'type', { accepted: typesOf(purpose) })
  await cleared(upload)
  const name = nameOf(upload.name, type)
  if (PICTURES.has(type)) return { type, name, ...(await drawAgain(upload, type as 'jpg' | 'png' | 'webp', side)) }
  return { type, name, bytes: upload.bytes, width: null, height: null, read: () => upload.read() }
}

/** A name that promises one of the accepted types: the sentence is about the content, not about the choice. */
function isKnown(extension: string, accepts: readonly FileType[]) {
  return accepts.some((type) => (TYPES[type].extensions as readonly string[]).includes(extension))
}

function extensionOf(name: string) {
  return /\.([^./\\]+)$/.exec(name)?.[1].toLowerCase()
}

const LONGEST = 120

/** What the file is called when it is given back: no path, nothing that writes backwards, and the end that its content has. */
export function nameOf(name: string, type: FileType) {
  const extensions: readonly string[] = TYPES[type].extensions
  const [last] = name.normalize('NFC').split(/[/\\]/).slice(-1)
  const clean = last
    .replace(/[\p{Cc}\p{Zl}\p{Zp}<>:"|?*]|(?![\u200C\u200D])\p{Cf}/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const said = extensionOf(clean)
  const stem = (said && extensions.includes(said) ? clean.slice(0, -said.length - 1) : clean).replace(/^[\s.]+|[\s.]+$/g, '')
  return `${[...(stem || 'document')].slice(0, LONGEST).join('').trim()}.${said && extensions.includes(said) ? said : extensions[0]}`
}
