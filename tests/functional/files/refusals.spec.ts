import { readdirSync, readlinkSync } from 'node:fs'
import { type IncomingMessage, request as open } from 'node:http'
import { test } from '@japa/runner'
import env from '#start/env'
import { Agent, baseUrl } from '#tests/support/agent'
import { clamd } from '#tests/support/clamd'
import { DISKS, withDisk } from '#tests/support/disks'
import { EICAR, PDF, animation, docx, photo, pretending } from '#tests/support/files'
import { textOf } from '#tests/support/html'
import { everyRow } from '#tests/support/rows'
import { eventually } from '#tests/support/time'
import { varPath } from '#services/var_dir'

const HOME = '/compte/documents'
const MB = 1024 * 1024

const file = (content: Buffer, name: string) => new File([new Uint8Array(content)], name)

interface Bad {
  name: string
  content: () => Buffer | Promise<Buffer>
  purpose?: string
  says: RegExp
}

const BAD: Record<string, Bad> = {
  'a picture that says it is a PDF': {
    name: 'cv.pdf',
    content: () => photo(),
    says: /se dit PDF par son nom, mais son contenu est autre chose/,
  },
  'nothing at all': { name: 'cv.pdf', content: () => Buffer.alloc(0), says: /Ce fichier est vide/ },
  'a zip bomb': {
    name: 'cv.docx',
    content: () => docx({ name: 'word/media/a.bin', content: Buffer.alloc(30 * MB) }),
    says: /se déplierait en un contenu démesuré/,
  },
  'a picture that unfolds': { name: 'me.png', content: () => pretending(30_000, 30_000), purpose: 'photo', says: /millions de pixels/ },
  'an animation': { name: 'me.webp', content: animation, purpose: 'photo', says: /Cette image est animée/ },
  'a program': { name: 'cv.exe', content: () => Buffer.from('MZ\x90\0'), says: /Choisissez un fichier PDF, DOC, DOCX, ODT, TXT/ },
  'one byte too many': { name: 'me.jpg', content: () => Buffer.alloc(5 * MB + 1), purpose: 'photo', says: /dépasse 5 Mo/ },
  'much more than anything may weigh': { name: 'cv.pdf', content: () => Buffer.alloc(12 * MB), says: /dépasse 10 Mo/ },
}

/** Files that are received and not yet forgotten: they have no name, only whoever holds them. */
function held() {
  const links = readdirSync('/proc/self/fd').map((fd) => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`)
    } catch {
      return ''
    }
  })
  return links.filter((link) => link.startsWith(varPath('incoming')))
}

for (const disk of DISKS)
  test.group(`A file that is refused, for ${disk === 'fs' ? 'a folder' : 'a bucket'}`, (group) => {
    const keys = withDisk(group, disk)

    const left = async () => [await keys(), await everyRow(), held(), readdirSync(varPath('incoming'))]

    for (const [what, { name, content, purpose = 'cv', says }] of Object.entries(BAD))
      test(`because it is ${what} leaves nothing behind, and says why`, async ({ assert }) => {
        const alice = await Agent.as('alice')
        await alice.get(HOME)
        const before = await left()
        const { status, location } = await alice.post(
          HOME,
          { purpose, file: file(await content(), name) },
          { headers: { referer: baseUrl() + HOME } }
        )
        assert.deepEqual([status, location], [303, HOME])
        assert.deepEqual(await left(), before)
        const page = textOf((await alice.get(HOME)).body)
        assert.match(page, says)
        assert.equal(page.split(says).length, 3, 'at the top, and beside the field')
      })

    test('because an antivirus found something, or is not there, leaves nothing behind', async ({ assert, cleanup }) => {
      const daemon = await clamd((content) => (content.includes(EICAR) ? 'stream: Eicar FOUND' : 'stream: OK'))
      cleanup(async () => {
        env.set('CLAMAV_SOCKET', '')
        await daemon.close()
      })
      env.set('CLAMAV_SOCKET', daemon.address)
      const alice = await Agent.as('alice')
      const send = (content: Buffer) => alice.post(HOME, { purpose: 'cv', file: file(content, 'cv.txt') }, { json: true })
      const before = await left()
      const found = await send(EICAR)
      assert.deepEqual([found.status, await left()], [422, before])
      assert.include(found.body, 'L’antivirus a trouvé un programme malveillant')
      assert.equal((await send(Buffer.from('un CV tranquille'))).status, 200)
      env.set('CLAMAV_SOCKET', `${daemon.address}0`)
      const after = await left()
      const unscanned = await send(Buffer.from('un autre'))
      assert.deepEqual([unscanned.status, await left()], [422, after])
      assert.include(unscanned.body, 'L’antivirus ne répond pas')
    })
  })

/** Sends a form whose file goes on and on, until the server has had enough. @returns its answer, and how much it let in */
async function pour(alice: Agent, bytes: number, { says = true } = {}) {
  const { hostname, port } = new URL(baseUrl())
  const type = { accept: 'application/json', 'content-type': 'multipart/form-data; boundary=x', 'x-csrf-token': alice.token }
  const length = says ? { 'content-length': String(bytes) } : { 'transfer-encoding': 'chunked' }
  const sent = open({ hostname, port, method: 'POST', path: HOME, headers: { ...alice.headers, ...type, ...length } })
  const answer = new Promise<IncomingMessage>((resolve, reject) => sent.on('response', resolve).on('error', reject))
  let poured = 0
  const enough = { yet: false }
  const answered = answer.then(() => (enough.yet = true))
  sent.on('error', () => {})
  sent.write('--x\r\ncontent-disposition: form-data; name="purpose"\r\n\r\ncv\r\n')
  sent.write('--x\r\ncontent-disposition: form-data; name="file"; filename="cv.pdf"\r\n\r\n')
  const chunk = Buffer.alloc(64 * 1024, ' ')
  while (!enough.yet && poured < bytes) {
    poured += chunk.length
    if (!sent.write(chunk)) await Promise.race([new Promise((resolve) => sent.once('drain', resolve)), answered])
    else await new Promise(setImmediate)
  }
  let body = ''
  for await (const part of await answer) body += part
  sent.destroy()
  return { status: (await answer).statusCode, body, poured }
}

test.group('Two gigabytes', (group) => {
  const keys = withDisk(group, 'fs')

  test('are refused before they are sent, when the browser says how many they are', async ({ assert }) => {
    const alice = await Agent.as('alice')
    const before = await everyRow()
    const { status, body, poured } = await pour(alice, 2048 * MB)
    assert.equal(status, 422)
    assert.include(body, 'Ce fichier dépasse 10 Mo')
    assert.isBelow(poured, 8 * MB)
    assert.deepEqual([await everyRow(), await keys(), held()], [before, [], []])
  })

  test('are refused at the byte too many, when it does not', async ({ assert }) => {
    const alice = await Agent.as('alice')
    const before = await everyRow()
    const { status, body, poured } = await pour(alice, 2048 * MB, { says: false })
    assert.equal(status, 422)
    assert.include(body, 'Ce fichier dépasse 10 Mo')
    assert.isBelow(poured, 32 * MB)
    assert.deepEqual([await everyRow(), await keys(), held()], [before, [], []])
  })
})

test.group('A file whose sender', (group) => {
  const keys = withDisk(group, 'fs')

  test('goes away in the middle leaves nothing behind', async ({ assert }) => {
    const alice = await Agent.as('alice')
    const before = await everyRow()
    const { hostname, port } = new URL(baseUrl())
    const headers = { ...alice.headers, 'content-type': 'multipart/form-data; boundary=x', 'content-length': String(5 * MB) }
    const sent = open({ hostname, port, method: 'POST', path: HOME, headers })
    sent.on('error', () => {})
    sent.write('--x\r\ncontent-disposition: form-data; name="file"; filename="cv.pdf"\r\n\r\n')
    sent.write(Buffer.concat([PDF, Buffer.alloc(MB)]))
    await eventually(() => assert.lengthOf(held(), 1))
    sent.destroy()
    await eventually(() => assert.lengthOf(held(), 0))
    assert.deepEqual([await everyRow(), await keys()], [before, []])
  })

  test('sends two is told to send one', async ({ assert }) => {
    const alice = await Agent.as('alice')
    const before = await everyRow()
    const form = { purpose: 'cv', file: file(PDF, 'cv.pdf'), other: file(PDF, 'cv.pdf') }
    const { status, body } = await alice.post(HOME, form, { json: true })
    assert.equal(status, 422)
    assert.include(body, 'Envoyez un seul fichier à la fois')
    assert.deepEqual([await everyRow(), await keys(), held()], [before, [], []])
  })

  test('chose none is told to choose one', async ({ assert }) => {
    const alice = await Agent.as('alice')
    for (const form of [{ purpose: 'cv', file: new File([], '') }, { purpose: 'cv' }]) {
      const { status, body } = await alice.post(HOME, form, { json: true })
      assert.equal(status, 422)
      assert.include(body, 'Choisissez un fichier')
    }
  })
})
