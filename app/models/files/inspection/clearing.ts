import env from '#start/env'
import logger from '@adonisjs/core/services/logger'
import { filesConfig } from '#config/files'
import { refuse } from '#models/files/inspection/refuse'
import { scan } from '#services/antivirus'
import type { Upload } from '#services/upload'

/** Where the installation has an antivirus, nothing is taken that it has not cleared. */
export async function cleared(upload: Upload) {
  const address = env.get('CLAMAV_SOCKET')
  if (!address) return
  const found = await scan(upload.read(), address, filesConfig.scanTimeout).catch((error: Error) => {
    logger.error({ err: error }, 'the antivirus could not look at a file: it was refused')
    throw refuse(upload, 'unscanned')
  })
  if (found === null) return
  logger.warn({ found }, 'the antivirus found something in a file: it was refused')
  throw refuse(upload, 'infected')
}
