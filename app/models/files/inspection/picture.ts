import { Readable } from 'node:stream'
import { filesConfig } from '#config/files'
import { refuse } from '#models/files/inspection/refuse'
import type { Upload } from '#services/upload'

const FORMATS = { jpg: 'jpeg', png: 'png', webp: 'webp' } as const

/**
 * Draws a picture again, upright and within the size of its purpose: what the camera wrote beside it (place, date,
 * owner, thumbnail) and whatever else the file held are left behind.
 */
export async function drawAgain(upload: Upload, type: keyof typeof FORMATS, side: number) {
  // Loaded when the first picture comes: it is a program of the machine's, which a runtime may have to permit.
  const { default: sharp } = await import('sharp')
  const original = sharp(await wholeOf(upload), { limitInputPixels: filesConfig.maxPixels, failOn: 'error', sequentialRead: false })
  const { pages, width, height } = await original.metadata().catch((error) => {
    throw refused(upload, error)
  })
  if ((pages ?? 1) > 1) throw refuse(upload, 'animated')
  if (width * height > filesConfig.maxPixels) throw refuse(upload, 'pixels', { millions: filesConfig.maxPixels / 1_000_000 })
  const { data, info } = await original
    .autoOrient()
    .resize(side, side, { fit: 'inside', withoutEnlargement: true })
    .toFormat(FORMATS[type])
    .toBuffer({ resolveWithObject: true })
    .catch((error) => {
      throw refused(upload, error)
    })
  return { bytes: data.length, width: info.width, height: info.height, read: () => Readable.from([data]) }
}

/** A picture of a purpose is a few megabytes at most: the library needs it whole. */
async function wholeOf(upload: Upload) {
  return upload.head(upload.bytes)
}

function refused(upload: Upload, error: Error) {
  const isHuge = /pixel limit/i.test(error.message)
  return isHuge ? refuse(upload, 'pixels', { millions: filesConfig.maxPixels / 1_000_000 }) : refuse(upload, 'broken')
}
