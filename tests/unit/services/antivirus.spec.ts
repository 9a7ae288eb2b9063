import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { tmpdir } from 'node:os'
import { Readable } from 'node:stream'
import { getActiveTest, test } from '@japa/runner'
import { scan } from '#services/antivirus'
import { clamd } from '#tests/support/clamd'
import { EICAR } from '#tests/support/files'
import { freePort } from '#tests/support/port'

async function daemon(...how: Parameters<typeof clamd>) {
  const one = await clamd(...how)
  getActiveTest()!.cleanup(() => one.close())
  return one
}

const honest = (content: Buffer) => (content.includes(EICAR) ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK')
const pieces = (content: Buffer) => Readable.from([content.subarray(0, 7), content.subarray(7)])

test.group('An antivirus', () => {
  test('is sent the file, whole, and clears it', async ({ assert }) => {
    const { address, asked } = await daemon(honest)
    const content = randomBytes(3 * 1024 * 1024)
    assert.isNull(await scan(pieces(content), address, 5000))
    assert.isTrue(asked[0].equals(content))
    assert.isNull(await scan(pieces(content), `tcp://${address}`, 5000))
  })

  test('names what it found', async ({ assert }) => {
    const { address } = await daemon(honest)
    assert.equal(await scan(pieces(EICAR), address, 5000), 'Eicar-Test-Signature')
  })

  test('listens on a socket of the machine too', async ({ assert }) => {
    const path = join(tmpdir(), `clamd-${process.pid}.ctl`)
    await daemon(honest, { path })
    assert.equal(await scan(pieces(EICAR), path, 5000), 'Eicar-Test-Signature')
    assert.isNull(await scan(pieces(Buffer.from('a quiet file')), `unix:${path}`, 5000))
  })

  test('that is not there, hangs up, is silent or complains has cleared nothing', async ({ assert }) => {
    const answers = {
      'INSTREAM size limit exceeded. ERROR': /size limit/,
      gone: /answers ""/,
      silence: /does not answer/,
      OK: /answers "OK"/,
    }
    for (const [answer, why] of Object.entries(answers)) {
      const { address } = await daemon(() => answer)
      await assert.rejects(() => scan(pieces(EICAR), address, 100), why)
    }
    await assert.rejects(async () => scan(pieces(EICAR), `127.0.0.1:${await freePort()}`, 5000), /ECONNREFUSED/)
  })

  test('that has seen enough before the end of a file is believed', async ({ assert }) => {
    const hasty = createServer((socket) => void socket.once('data', () => socket.end('stream: Eicar-Test-Signature FOUND\0')))
    const path = join(tmpdir(), `clamd-hasty-${process.pid}.ctl`)
    await once(hasty.listen(path), 'listening')
    getActiveTest()!.cleanup(() => void hasty.close())
    const long = Readable.from([EICAR, ...Array.from({ length: 64 }, () => randomBytes(65_536))])
    assert.equal(await scan(long, path, 5000), 'Eicar-Test-Signature')
  })
})
