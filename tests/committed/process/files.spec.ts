import { lstatSync, readdirSync, readlinkSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { clamd } from '#tests/support/clamd'
import { bucketServer } from '#tests/support/disks'
import { EICAR, PDF } from '#tests/support/files'
import { house, oldInstallation, temporaryFolder, until } from '#tests/support/processes'
import { Visitor } from '#tests/support/visitor'

const MB = 1024 * 1024
const HOME = '/compte/documents'

/** How large each file is that a process holds open under a folder, those without a name too. */
function openFiles(pid: number, folder: string) {
  const sizes: number[] = []
  for (const fd of readdirSync(`/proc/${pid}/fd`)) {
    const path = `/proc/${pid}/fd/${fd}`
    // Closed since it was listed.
    if (!lstatSync(path, { throwIfNoEntry: false })) continue
    if (readlinkSync(path).startsWith(folder)) sizes.push(statSync(path).size)
  }
  return sizes
}

test.group('An installation with a bucket and an antivirus', (group) => {
  group.setup(async () => {
    await house()
  })

  test('keeps files there, once they are cleared, many at once, and never holds one', async ({ assert, cleanup }) => {
    const folder = temporaryFolder('bucket')
    const bucket = await bucketServer(folder)
    const antivirus = await clamd((content) => (content.includes(EICAR) ? 'stream: Eicar FOUND' : 'stream: OK'))
    const s3 = { S3_BUCKET: 'tremplin', S3_ENDPOINT: bucket.endpoint, S3_KEY: 'S3RVER', S3_SECRET: 'S3RVER' }
    const place = await oldInstallation({ DEMO: '0', ...s3, CLAMAV_SOCKET: antivirus.address })
    cleanup(async () => {
      await place.remove()
      await antivirus.close()
      await bucket.close()
      rmSync(folder, { recursive: true })
    })
    const app = await place.start()
    const visitor = new Visitor(place.url)
    await visitor.signUp({ email: 'claude@example.org', password: 'une-longue-phrase' })
    const send = (content: Buffer, purpose = 'letter') =>
      visitor.upload(HOME, HOME, new File([new Uint8Array(content)], 'a.pdf'), { purpose })
    const stored = () => readdirSync(join(folder, 'tremplin'), { recursive: true }).filter((name) => String(name).endsWith('_object'))

    const { status, body } = await send(Buffer.concat([PDF, EICAR]))
    assert.equal(status, 422)
    assert.include(body, 'programme malveillant')
    assert.lengthOf(stored(), 0)

    const large = Buffer.concat([PDF, Buffer.alloc(6 * MB)])
    const addresses = async () => [...(await visitor.get(HOME)).body.matchAll(/href="(\/compte\/documents\/\d+)"/g)].map(([, path]) => path)
    // All but the last byte is on the disk before that byte is sent: the process holds none of it.
    const incoming = () => openFiles(app.server, join(place.varDir, 'incoming'))
    const onDisk = () => until('a file on its way is on the disk', () => incoming().some((size) => size >= large.length - MB / 8), 10_000)
    const file = new File([new Uint8Array(large)], 'a.pdf')
    assert.equal(await visitor.uploadSlowly(HOME, HOME, file, { purpose: 'letter' }, onDisk), 303)
    await Promise.all(Array.from({ length: 7 }, () => send(large)))
    await Promise.all(Array.from({ length: 8 }, () => send(large, 'portfolio')))
    assert.lengthOf(stored(), 16)
    const given = await Promise.all((await addresses()).slice(0, 8).map((path) => visitor.get(path)))
    for (const answer of given) assert.equal(answer.body.length, large.length)
    assert.deepEqual(readdirSync(join(place.varDir, 'incoming')), [])
  }).timeout(60_000)
})
