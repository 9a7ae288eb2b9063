import { type Entry, type ZipFile, fromFdPromise } from 'yauzl'
import { type FileType, filesConfig } from '#config/files'
import { refuse } from '#models/files/inspection/refuse'
import type { Upload } from '#services/upload'

const ODT = 'application/vnd.oasis.opendocument.text'

/** Programs inside a document. */
const PROGRAM = /^(word\/vbaProject|Basic\/|Scripts\/)/

/**
 * What a file made of compressed parts is, by the list of its parts: none is unfolded but the few letters in which
 * OpenDocument says its type.
 * @throws {Refusal} bomb, active, broken
 */
export async function typeOfArchive(upload: Upload): Promise<FileType | null> {
  const zip = await fromFdPromise(upload.fd, { autoClose: false }).catch(() => {
    throw refuse(upload, 'broken')
  })
  const parts = await partsOf(upload, zip)
  if ([...parts.keys()].some((name) => PROGRAM.test(name))) throw refuse(upload, 'active')
  if (parts.has('[Content_Types].xml') && parts.has('word/document.xml')) return 'docx'
  return parts.has('content.xml') && (await says(zip, parts.get('mimetype'))) === ODT ? 'odt' : null
}

/** A list that lies about what its parts weigh fools only whoever unfolds them; parts that overlap weigh more than their file. */
async function partsOf(upload: Upload, zip: ZipFile) {
  const { entries, bytes, ratio } = filesConfig.archive
  const parts = new Map<string, Entry>()
  let packed = 0
  let unfolded = 0
  if (zip.entryCount > entries) throw refuse(upload, 'bomb')
  for await (const entry of listed(upload, zip)) {
    packed += entry.compressedSize
    unfolded += entry.uncompressedSize
    if (packed > upload.bytes || unfolded > bytes) throw refuse(upload, 'bomb')
    parts.set(entry.fileName, entry)
  }
  if (unfolded > upload.bytes * ratio) throw refuse(upload, 'bomb')
  return parts
}

async function* listed(upload: Upload, zip: ZipFile) {
  const entries = zip.eachEntry()
  for (;;) {
    const next = await entries.next().catch(() => {
      throw refuse(upload, 'broken')
    })
    if (next.done) return
    yield next.value
  }
}

async function says(zip: ZipFile, entry: Entry | undefined) {
  if (!entry || entry.uncompressedSize > 200 || entry.isEncrypted()) return null
  let text = ''
  for await (const chunk of await zip.openReadStreamPromise(entry)) text += chunk
  return text
}
