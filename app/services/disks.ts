import { mkdir, open } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import type { S3Client } from '@aws-sdk/client-s3'
import app from '@adonisjs/core/services/app'
import type { DriveManager } from 'flydrive'
import type { FSDriver } from 'flydrive/drivers/fs'
import type { S3Driver } from 'flydrive/drivers/s3'

export type DiskName = 'fs' | 's3'

/** First and last byte, both included. */
export interface Range {
  start: number
  end: number
}

type Disks = Record<DiskName, () => FSDriver | S3Driver>

async function disks() {
  return (await app.container.make('drive.manager')) as unknown as DriveManager<Disks>
}

/** Where new files go: the folder of this installation, or its bucket. */
export async function defaultDisk(): Promise<DiskName> {
  const { driver } = (await disks()).use()
  return isBucket(driver as FSDriver | S3Driver) ? 's3' : 'fs'
}

export async function putObject(disk: DiskName, key: string, content: Readable, bytes: number, media: string) {
  const target = (await disks()).use(disk)
  const driver = target.driver as FSDriver | S3Driver
  if (!isBucket(driver)) await mkdir(folderOf(driver), { recursive: true, mode: 0o700 })
  await target.putStream(key, content, { contentLength: bytes, contentType: media })
}

/** @returns the content, or one range of it; null when it is no longer there */
export async function openObject(disk: DiskName, key: string, range?: Range): Promise<Readable | null> {
  const driver = (await disks()).use(disk).driver as FSDriver | S3Driver
  try {
    return isBucket(driver) ? await fromBucket(driver, key, range) : await fromFolder(driver, key, range)
  } catch (error) {
    if (['ENOENT', 'NoSuchKey'].includes((error as { code?: string }).code ?? (error as Error).name)) return null
    throw error
  }
}

/** Removing what is not there is no error. */
export async function removeObject(disk: DiskName, key: string) {
  await (await disks()).use(disk).delete(key)
}

async function fromFolder(driver: FSDriver, key: string, range?: Range) {
  const handle = await open(join(folderOf(driver), key))
  return handle.createReadStream(range)
}

/** Drive reads whole objects; the service of the bucket reads ranges. */
async function fromBucket(driver: S3Driver, key: string, range?: Range) {
  const { bucket, client } = driver.options as Extract<typeof driver.options, { client: S3Client }>
  const where = { Bucket: bucket, Key: key, ...(range && { Range: `bytes=${range.start}-${range.end}` }) }
  const { GetObjectCommand } = await import('@aws-sdk/client-s3')
  const { Body } = await client.send(new GetObjectCommand(where))
  return Body as Readable
}

function isBucket(driver: FSDriver | S3Driver): driver is S3Driver {
  return 'bucket' in driver.options
}

function folderOf({ options }: FSDriver) {
  return typeof options.location === 'string' ? options.location : fileURLToPath(options.location)
}
