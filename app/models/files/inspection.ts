import type { Readable } from 'node:stream'
import { type FileType, type Purpose, TYPES } from '#config/files'
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
export async function inspect(upload: Upload, purpose: Purpose): Promise<Content> {
  if (upload.bytes === 0) throw refuse(upload, 'empty')
  if (upload.bytes > purpose.maxBytes) throw refuse(upload, 'too_big', { megabytes: purpose.maxBytes / 1024 / 1024 })
  const type = await typeOf(upload)
  const said = extensionOf(upload.name)
  if (said && !(type && (TYPES[type].extensions as readonly string[]).includes(said)) && isKnown(said, purpose))
    throw refuse(upload, 'lies', { extension: said.toUpperCase() })
  if (!type || !purpose.accepts.includes(type)) throw refuse(upload, 'type', { accepted: wordsOf(purpose) })
  await cleared(upload)
  const name = nameOf(upload.name, type)
  if (PICTURES.has(type)) return { type, name, ...(await drawAgain(upload, type as 'jpg' | 'png' | 'webp', purpose)) }
  return { type, name, bytes: upload.bytes, width: null, height: null, read: () => upload.read() }
}

/** `PDF, DOC, DOCX` */
export function wordsOf({ accepts }: Purpose) {
  return accepts.map((type) => type.toUpperCase()).join(', ')
}

/** A name that promises one of the accepted types: the sentence is about the content, not about the choice. */
function isKnown(extension: string, { accepts }: Purpose) {
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
