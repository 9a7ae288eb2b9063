import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import Document from '#models/files/document'
import { removeObject } from '#services/disks'
import { aDocument } from '#database/factories/files/documents'
import { Agent, person } from '#tests/support/agent'
import { withDisk } from '#tests/support/disks'
import { PDF, TEXT, photo } from '#tests/support/files'
import { textOf, toastOf } from '#tests/support/html'
import { everyRow } from '#tests/support/rows'

const HOME = '/compte/documents'

const file = (content: Buffer, name: string) => new File([new Uint8Array(content)], name)
const mine = async () => (await person('alice')).documents()

/** Alice, who has handed in her CV. */
async function withCv() {
  const alice = await Agent.as('alice')
  const answer = await alice.post(HOME, { purpose: 'cv', file: file(TEXT, 'Mon CV été.txt') })
  return { alice, answer, cv: (await mine())[0] }
}

const openings = () =>
  db.from('audit_events').where({ object_type: 'document', action: 'files.document.opened' }).select('actor_id', 'object_id', 'changes')

test.group('My documents', (group) => {
  const keys = withDisk(group, 'fs')

  test('are added, shown and given back as they came', async ({ assert }) => {
    const { alice, answer, cv } = await withCv()
    assert.deepEqual([answer.status, answer.location], [303, HOME])
    const { body } = await alice.get(HOME)
    assert.include(toastOf(body), '« Mon CV été.txt » est ajouté.')
    assert.include(textOf(body), 'CV · Texte · 35 o')
    const given = await alice.get(cv.path)
    assert.equal(given.body, TEXT.toString())
    const told = Object.fromEntries(given.headers)
    assert.containsSubset(told, {
      'content-type': 'text/plain',
      'content-length': '35',
      'content-disposition': `attachment; filename="Mon CV ete.txt"; filename*=UTF-8''Mon%20CV%20%C3%A9t%C3%A9.txt`,
      'cache-control': 'no-store',
      'accept-ranges': 'bytes',
      'x-content-type-options': 'nosniff',
      etag: `"${cv.digest!.toString('hex')}"`,
    })
    assert.include(told['content-security-policy'], 'sandbox')
    assert.deepEqual(await openings(), [])
  })

  test('are answered to a program by a sentence', async ({ assert }) => {
    const alice = await Agent.as('alice')
    const { status, body } = await alice.post(HOME, { purpose: 'cv', file: file(PDF, 'cv.pdf') }, { json: true })
    assert.deepEqual([status, textOf(JSON.parse(body).message)], [200, '« cv.pdf » est ajouté.'])
    const no = await alice.post(HOME, { purpose: 'cv', file: file(Buffer.alloc(0), 'cv.pdf') }, { json: true })
    assert.equal(no.status, 422)
    assert.containsSubset(JSON.parse(no.body), { errors: [{ field: 'file' }] })
  })

  test('open in the browser when it shows them without a risk, and only when asked to', async ({ assert }) => {
    const alice = await Agent.as('alice')
    await alice.post(HOME, { purpose: 'cv', file: file(PDF, 'cv.pdf') })
    const [cv] = await mine()
    assert.include(textOf((await alice.get(HOME)).body), 'cv.pdf (nouvel onglet)')
    const { headers } = await alice.get(`${cv.path}?inline`)
    assert.match(headers.get('content-disposition')!, /^inline;/)
    assert.include(headers.get('content-security-policy')!, `default-src 'none'`)
    const { cv: text } = await withCv()
    assert.match((await alice.get(`${text.path}?inline`)).headers.get('content-disposition')!, /^attachment;/)
  })

  test('are replaced: whoever has the old address finds nothing there', async ({ assert }) => {
    const { alice, cv } = await withCv()
    const { status } = await alice.put(cv.path, { [`file-${cv.id}`]: file(PDF, 'cv-2.pdf') })
    assert.equal(status, 303)
    assert.include(toastOf((await alice.get(HOME)).body), 'Le document est remplacé par « cv-2.pdf ».')
    assert.equal((await alice.get(cv.path)).status, 404)
    const documents = await mine()
    assert.deepEqual([documents.map(({ name }) => name), await keys()], [['cv-2.pdf'], [documents[0].key]])
  })

  test('are deleted for good, and once', async ({ assert }) => {
    const { alice, cv } = await withCv()
    assert.equal((await alice.delete(cv.path)).location, HOME)
    assert.include(toastOf((await alice.get(HOME)).body), '« Mon CV été.txt » est supprimé.')
    assert.deepEqual([await mine(), await keys(), (await alice.delete(cv.path)).status], [[], [], 404])
    assert.notInclude(JSON.stringify((await Document.findOrFail(cv.id)).$attributes), 'Mon CV')
    assert.notInclude(JSON.stringify(await db.from('audit_events').where('object_type', 'document')), 'Mon CV')
  })

  test('that are pictures may be kept by the browser, which asks whether they have changed', async ({ assert }) => {
    const alice = await Agent.as('alice')
    await alice.post(HOME, { purpose: 'photo', file: file(await photo(), 'moi.jpg') })
    const [me] = await mine()
    const { status, headers } = await alice.get(`${me.path}?inline`)
    assert.deepEqual([status, headers.get('cache-control')], [200, 'private, no-cache'])
    const again = await alice.get(`${me.path}?inline`, { headers: { 'if-none-match': headers.get('etag')! } })
    assert.deepEqual([again.status, again.body], [304, ''])
  })

  test('whose content is lost say so, in a page', async ({ assert }) => {
    const { alice, cv } = await withCv()
    await removeObject('fs', cv.key!)
    const { status, body, headers } = await alice.get(cv.path)
    assert.equal(status, 404)
    assert.include(textOf(body), 'Le contenu de ce fichier n’est plus là')
    assert.deepEqual([headers.get('content-disposition'), headers.get('etag')], [null, null])
  })
})

test.group('Somebody else’s document', (group) => {
  withDisk(group, 'fs')

  test('is absent for Bob, as one that never was', async ({ assert }) => {
    const { cv } = await withCv()
    const bob = await Agent.as('bob')
    const before = await everyRow()
    const wrong = { [`file-${cv.id}`]: file(PDF, 'x.pdf') }
    for (const path of [cv.path, `${HOME}/999999`]) {
      for (const answer of [await bob.get(path), await bob.put(path, wrong), await bob.delete(path)]) assert.equal(answer.status, 404)
      assert.notInclude((await bob.get(path)).body, 'Mon CV')
    }
    assert.deepEqual(await everyRow(), before)
  })

  test('is absent even for a moderator and an administrator, when it was not handed in to be verified', async ({ assert }) => {
    const { cv } = await withCv()
    for (const who of ['maud', 'adrien'] as const) assert.equal((await (await Agent.as(who)).get(cv.path)).status, 404, who)
  })

  test('that proves who they are is read by a moderator, and they see it', async ({ assert }) => {
    const paula = await person('paula')
    const proof = await aDocument({ userId: paula.id }, { purpose: 'proof', name: 'kbis.pdf' })
    const maud = await Agent.as('maud')
    for (let n = 0; n < 2; n++) assert.equal((await maud.get(proof.path, { headers: { range: `bytes=${n}-${n}` } })).status, 206)
    assert.deepEqual(await openings(), [{ actor_id: (await person('maud')).id, object_id: proof.id, changes: {} }])
    assert.equal((await maud.delete(proof.path)).status, 404)
    const { body } = await (await Agent.as('paula')).get(HOME)
    assert.match(textOf(body), /Ouvert par Maud \S+, aujourd’hui à \d+ h \d\d/)
    assert.equal((await (await Agent.as('bob')).get(proof.path)).status, 404)
  })

  test('of a purpose that is not theirs is refused', async ({ assert }) => {
    const alice = await Agent.as('alice')
    const before = await everyRow()
    for (const purpose of ['proof', 'logo', 'attachment', 'nothing']) {
      const answer = await alice.post(HOME, { purpose, file: file(PDF, 'x.pdf') }, { json: true })
      assert.oneOf(answer.status, [403, 422], purpose)
    }
    assert.deepEqual(await everyRow(), before)
  })
})
