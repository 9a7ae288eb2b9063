import { test } from '@japa/runner'
import Document from '#models/files/document'
import { aDocument } from '#database/factories/files/documents'
import { Agent, person } from '#tests/support/agent'
import { DISKS, withDisk } from '#tests/support/disks'
import { wire } from '#tests/support/wire'

const CONTENT = Buffer.from('%PDF-1.4 0123456789')

/** What a range header is answered: status, Content-Range, Content-Length, body. */
const ANSWERS: Record<string, [number, string | undefined, string, string]> = {
  'bytes=0-3': [206, 'bytes 0-3/19', '4', '%PDF'],
  'bytes=9-': [206, 'bytes 9-18/19', '10', '0123456789'],
  'bytes=-4': [206, 'bytes 15-18/19', '4', '6789'],
  'bytes=15-400': [206, 'bytes 15-18/19', '4', '6789'],
  'bytes=19-': [416, 'bytes */19', '0', ''],
  'bytes=0-1,4-5': [200, undefined, '19', CONTENT.toString()],
  'pages=1-2': [200, undefined, '19', CONTENT.toString()],
}

for (const disk of DISKS)
  test.group(`A download from ${disk === 'fs' ? 'a folder' : 'a bucket'}`, (group) => {
    withDisk(group, disk)

    async function ask(headers: Record<string, string> = {}, method = 'GET') {
      const cv = (await Document.first()) ?? (await aDocument({ userId: (await person('alice')).id }, { content: CONTENT }))
      const reply = await wire(method, cv.path, { by: await Agent.as('alice'), headers })
      return { ...reply, told: [reply.headers['content-range'], reply.headers['content-length']] }
    }

    test('goes on from where it stopped', async ({ assert }) => {
      for (const [range, [status, within, length, body]] of Object.entries(ANSWERS)) {
        const answer = await ask({ range })
        assert.deepEqual([answer.status, ...answer.told, answer.body], [status, within, length, body], range)
      }
    })

    test('starts again when it is another version', async ({ assert }) => {
      const { headers } = await ask()
      for (const same of [headers.etag, headers['last-modified']] as string[])
        assert.equal((await ask({ range: 'bytes=0-3', 'if-range': same })).status, 206)
      assert.equal((await ask({ range: 'bytes=0-3', 'if-range': '"another"' })).status, 200)
    })

    test('can be asked about without being made', async ({ assert }) => {
      const { status, told, body } = await ask({}, 'HEAD')
      assert.deepEqual([status, told, body], [200, [undefined, '19'], ''])
      assert.deepEqual((await ask({ range: 'bytes=0-3' }, 'HEAD')).told, ['bytes 0-3/19', '4'])
    })
  })
