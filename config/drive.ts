import env from '#start/env'
import app from '@adonisjs/core/services/app'
import { defineConfig, services } from '@adonisjs/drive'
import { bucketOf } from '#services/bucket'
import { varPath } from '#services/var_dir'

const fs = services.fs({
  location: app.inTest ? varPath('test-files', String(process.pid)) : varPath('files'),
  visibility: 'private',
  serveFiles: false,
})

/** What was stored on the disk before a bucket was set is still read from there. */
async function withBucket(bucket: string) {
  const s3 = services.s3(
    await bucketOf({
      bucket,
      endpoint: env.get('S3_ENDPOINT'),
      region: env.get('S3_REGION') ?? 'us-east-1',
      key: env.get('S3_KEY') ?? '',
      secret: env.get('S3_SECRET')?.release() ?? '',
    })
  )
  return defineConfig({ default: 's3', services: { fs, s3 } })
}

const bucket = env.get('S3_BUCKET')
export default bucket ? await withBucket(bucket) : defineConfig({ default: 'fs', services: { fs } })
