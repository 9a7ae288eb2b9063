import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import app from '@adonisjs/core/services/app'
import type { Group } from '@japa/runner/core'
import { DriveManager } from 'flydrive'
import { FSDriver } from 'flydrive/drivers/fs'
import { S3Driver } from 'flydrive/drivers/s3'
import S3rver from 's3rver'
import { bucketOf } from '#services/bucket'
import { freePort } from '#tests/support/port'

export const DISKS = ['fs', 's3'] as const

/** The tests of this group store on a disk of their own: a folder, or a bucket of a real S3 server. @returns what lists its keys */
export function withDisk(group: Group, name: (typeof DISKS)[number]) {
  let manager: DriveManager<Record<string, () => FSDriver | S3Driver>>
  group.setup(async () => {
    const directory = mkdtempSync(join(tmpdir(), 'tremplin-disk-'))
    const server = name === 's3' ? await bucketIn(directory) : null
    const fs = () => new FSDriver({ location: directory, visibility: 'private' })
    manager = new DriveManager({ default: name, services: server ? { s3: server.driver } : { fs } })
    const usual = await app.container.make('drive.manager')
    app.container.bindValue('drive.manager', manager as never)
    return async () => {
      app.container.bindValue('drive.manager', usual)
      await server?.close()
      rmSync(directory, { recursive: true })
    }
  })
  const keys = async () => {
    const { objects } = await manager.use().listAll('/', { recursive: true })
    return [...objects].map((one) => ('key' in one ? one.key : '')).sort()
  }
  group.each.setup(async () => {
    for (const key of await keys()) await manager.use().delete(key)
  })
  return keys
}

/** A real S3 server, its bucket in a folder. */
export async function bucketServer(directory: string) {
  const port = await freePort()
  const server = new S3rver({ port, address: '127.0.0.1', silent: true, directory, configureBuckets: [{ name: 'tremplin', configs: [] }] })
  await server.run()
  return { endpoint: `http://127.0.0.1:${port}`, close: () => server.close() }
}

async function bucketIn(directory: string) {
  const server = await bucketServer(directory)
  const { endpoint } = server
  const options = await bucketOf({ bucket: 'tremplin', endpoint, region: 'us-east-1', key: 'S3RVER', secret: 'S3RVER' })
  return {
    driver: () => new S3Driver(options),
    close() {
      options.client.destroy()
      return server.close()
    },
  }
}
