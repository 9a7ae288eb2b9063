import { fileTypeFromBuffer } from 'file-type'
import type { FileType } from '#config/files'
import { typeOfArchive } from '#models/files/inspection/archive'
import { finds } from '#models/files/inspection/finding'
import { refuse } from '#models/files/inspection/refuse'
import { isText } from '#models/files/inspection/text'
import type { Upload } from '#services/upload'

/** As much as tells one type from another. */
const HEAD = 4100

const PLAIN = new Set(['jpg', 'png', 'webp'])

/** A PDF that runs something when it is opened. */
const PDF_ACTIVE = ['/Launch', '/JavaScript'].map((name) => Buffer.from(name))

/** Names inside Microsoft's older format. */
const WORD = Buffer.from('WordDocument', 'utf16le')
const MACROS = Buffer.from('_VBA_PROJECT', 'utf16le')

/**
 * What a file is by its content; its name and what the browser says of it count for nothing.
 * @returns null when it is none that we know
 * @throws {Refusal} when it is one of ours that would do harm
 */
export async function typeOf(upload: Upload): Promise<FileType | null> {
  const head = await upload.head(HEAD)
  if (head.subarray(0, 4).toString('latin1') === 'PK\x03\x04') return typeOfArchive(upload)
  const ext = (await fileTypeFromBuffer(head))?.ext
  if (ext === 'pdf') return pdf(upload)
  if (ext === 'cfb') return doc(upload)
  if (ext && PLAIN.has(ext)) return ext as FileType
  return !ext && (await isText(upload, head)) ? 'txt' : null
}

async function pdf(upload: Upload): Promise<FileType> {
  if ((await finds(upload, PDF_ACTIVE)).some(Boolean)) throw refuse(upload, 'active')
  return 'pdf'
}

async function doc(upload: Upload): Promise<FileType | null> {
  const [isWord, hasMacros] = await finds(upload, [WORD, MACROS])
  if (isWord && hasMacros) throw refuse(upload, 'active')
  return isWord ? 'doc' : null
}
