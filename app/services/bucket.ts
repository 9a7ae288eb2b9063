import type { S3DriverOptions } from 'flydrive/drivers/s3/types'

interface BucketSettings {
  bucket: string
  /** another server than Amazon's, that names buckets in the path */
  endpoint?: string
  region: string
  key: string
  secret: string
}

/** A bucket of an S3-compatible service, as Drive wants it; its client is loaded only where there is one. */
export async function bucketOf({ bucket, endpoint, region, key, secret }: BucketSettings) {
  const { S3Client } = await import('@aws-sdk/client-s3')
  const client = new S3Client({
    region,
    credentials: { accessKeyId: key, secretAccessKey: secret },
    ...(endpoint && { endpoint, forcePathStyle: true }),
    // Services other than Amazon's do not know the newer checksums.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })
  return { client, bucket, visibility: 'private', supportsACL: false } satisfies S3DriverOptions
}
