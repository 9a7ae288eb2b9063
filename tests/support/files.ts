/* Files that people hand in, made byte by byte. */
import { crc32, deflateRawSync } from 'node:zlib'
import sharp from 'sharp'

export const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')
export const TEXT = Buffer.from('Alice Durand\nDéveloppeuse à Lyon\n')
/** The string that every antivirus knows, with its dollars put in later, so that none takes this file for one. */
export const EICAR = Buffer.from('X5O!P%@AP[4\\PZX54(P^)7CC)7}#EICAR-STANDARD-ANTIVIRUS-TEST-FILE!#H+H*'.replaceAll('#', '$'))

interface Part {
  name: string
  content: Buffer | string
  /** what the list pretends that it weighs unfolded */
  pretends?: number
}

/** A zip file, its parts compressed. */
export function zip(parts: Part[], declared = parts.length) {
  const files: Buffer[] = []
  const list: Buffer[] = []
  let offset = 0
  for (const { name, content, pretends } of parts) {
    const plain = Buffer.from(content)
    const packed = deflateRawSync(plain)
    const title = Buffer.from(name)
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt16LE(8, 4)
    facts.writeUInt32LE(crc32(plain), 10)
    facts.writeUInt32LE(packed.length, 14)
    facts.writeUInt32LE(pretends ?? plain.length, 18)
    facts.writeUInt16LE(title.length, 22)
    const file = Buffer.concat([Buffer.from('PK\x03\x04'), facts, title, packed])
    const where = Buffer.alloc(14)
    where.writeUInt32LE(offset, 10)
    list.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), facts, where, title]))
    files.push(file)
    offset += file.length
  }
  const index = Buffer.concat(list)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(declared, 4)
  end.writeUInt16LE(declared, 6)
  end.writeUInt32LE(index.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...files, index, Buffer.from('PK\x05\x06'), end])
}

export const docx = (...more: Part[]) =>
  zip([{ name: '[Content_Types].xml', content: '<Types/>' }, { name: 'word/document.xml', content: '<w:document/>' }, ...more])

export const odt = (type = 'application/vnd.oasis.opendocument.text') =>
  zip([
    { name: 'mimetype', content: type },
    { name: 'content.xml', content: '<office:document-content/>' },
  ])

/** Word's older format: its mark, then names of what it holds. */
export const doc = (...holds: string[]) =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(1016),
    ...['Root Entry', ...holds].map((name) => Buffer.from(name.padEnd(64, '\0'), 'utf16le')),
  ])

/** A picture taken lying on its side, at the place that its camera wrote in it. */
export function photo({ width = 60, height = 40, format = 'jpeg' as 'jpeg' | 'png' | 'webp' } = {}) {
  return sharp({ create: { width, height, channels: 3, background: '#3366cc' } })
    .withExif({
      IFD0: { Artist: 'Alice Durand', Model: 'Phone of Alice' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '45/1 45/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '4/1 50/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .toFormat(format)
    .toBuffer()
}

/** Two pictures that follow each other. */
export function animation() {
  const frames = Buffer.concat([Buffer.alloc(300, 0), Buffer.alloc(300, 255)])
  return sharp(frames, { raw: { width: 10, height: 20, channels: 3, pageHeight: 10 } })
    .webp({ loop: 0, delay: [100, 100] })
    .toBuffer()
}

/** A picture of a few bytes that says that it is this large. */
export async function pretending(width: number, height: number) {
  const small = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#fff' } })
    .png()
    .toBuffer()
  small.writeUInt32BE(width, 16)
  small.writeUInt32BE(height, 20)
  small.writeUInt32BE(crc32(small.subarray(12, 29)), 29)
  return small
}
