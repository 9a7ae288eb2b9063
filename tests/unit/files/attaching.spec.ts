import { Readable } from 'node:stream'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import type { PurposeName } from '#config/files'
import Document from '#models/files/document'
import StoredObject from '#models/files/stored_object'
import { byNobody } from '#database/factories/fair/fairs'
import { person } from '#tests/support/agent'
import { DISKS, withDisk } from '#tests/support/disks'
import { PDF, TEXT } from '#tests/support/files'
import { everyRow } from '#tests/support/rows'
import { Upload } from '#services/upload'

async function handIn(content: Buffer, { name = 'cv.pdf', purpose = 'cv' as PurposeName, act = byNobody() } = {}) {
  return (await person('alice')).attach(await Upload.of('file', name, content), { purpose }, act)
}

async function contentOf(document: Document, range?: { start: number; end: number }) {
  const content = await document.content(range)
  return content && Buffer.concat(await content.toArray()).toString()
}

for (const disk of DISKS)
  test.group(`A document stored ${disk === 'fs' ? 'in a folder' : 'in a bucket'}`, (group) => {
    const keys = withDisk(group, disk)

    test('is given back as it came, whole or in part, under a key that its name does not tell', async ({ assert }) => {
      const document = await handIn(TEXT, { name: 'Alice.txt' })
      assert.equal(await contentOf(document), TEXT.toString())
      assert.equal(await contentOf(document, { start: 6, end: 11 }), 'Durand')
      assert.deepEqual(await keys(), [document.key])
      assert.match(document.key!, /^[\da-f]{2}\/[\da-f]{30}$/)
      assert.containsSubset(document.$attributes, { name: 'Alice.txt', type: 'txt', bytes: TEXT.length, disk })
    })

    test('is replaced: the fact remains, the old content is gone', async ({ assert }) => {
      const old = await handIn(PDF)
      const document = await old.replace(await Upload.of('file', 'cv.txt', TEXT), byNobody())
      assert.equal(await contentOf(document), TEXT.toString())
      assert.deepEqual(await keys(), [document.key])
      assert.containsSubset((await Document.findOrFail(old.id)).$attributes, { name: null, key: null, digest: null, bytes: PDF.length })
      assert.equal(document.replacesId, old.id)
      await assert.rejects(async () => old.replace(await Upload.of('file', 'cv.txt', TEXT), byNobody()), /Row not found/)
      assert.deepEqual(await keys(), [document.key])
    })

    test('is deleted once, with its content', async ({ assert }) => {
      const document = await handIn(PDF)
      await document.remove(byNobody())
      const before = await everyRow()
      await document.remove(byNobody())
      assert.deepEqual([await keys(), await everyRow()], [[], before])
      assert.equal(await document.content(), null)
      assert.lengthOf(await (await person('alice')).documents(), 0)
    })

    test('is an orphan when no document names it, and is swept an hour later', async ({ assert }) => {
      const read = () => Readable.from([PDF])
      await StoredObject.put({ type: 'pdf', name: 'cv.pdf', bytes: PDF.length, width: null, height: null, read })
      assert.equal(await StoredObject.sweep(DateTime.utc()), 0)
      assert.lengthOf(await keys(), 1)
      assert.equal(await StoredObject.sweep(DateTime.utc().plus({ minutes: 61 })), 1)
      assert.deepEqual(await keys(), [])
    })

    test('is not swept while it lives', async ({ assert }) => {
      const document = await handIn(PDF)
      assert.equal(await StoredObject.sweep(DateTime.utc().plus({ years: 1 })), 0)
      assert.deepEqual(await keys(), [document.key])
    })

    test('leaves nothing when the database says no', async ({ assert }) => {
      const before = await everyRow()
      const at = DateTime.utc(-200_000)
      await assert.rejects(() => handIn(PDF, { act: { ...byNobody(), at } }))
      assert.deepEqual([await keys(), await everyRow()], [[], before])
    })

    test('is refused when there are already as many as may be', async ({ assert }) => {
      for (let n = 0; n < 5; n++) await handIn(PDF)
      const before = [await keys(), await everyRow()]
      await assert.rejects(() => handIn(PDF), 'files.refusals.too_many')
      assert.deepEqual([await keys(), await everyRow()], before)
      await handIn(PDF, { purpose: 'letter' })
    })
  })
