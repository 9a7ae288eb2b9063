import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { aUser } from '#database/factories/accounts/organisations'
import type Document from '#models/files/document'
import { SYSTEM } from '#models/mixins/act'
import { DateTime } from 'luxon'
import { Agent } from '#tests/support/agent'
import { withDisk } from '#tests/support/disks'
import { PDF, photo } from '#tests/support/files'
import { eventually } from '#tests/support/time'

const HOME = '/compte/documents'
const statuses = (answers: { status: number }[]) => answers.map(({ status }) => status)
const named = async (name: string) => new File([new Uint8Array(name.endsWith('jpg') ? await photo() : PDF)], name)

test.group('At the same moment', (group) => {
  const keys = withDisk(group, 'fs')

  async function somebody() {
    const user = await aUser()
    return { user, browser: await Agent.as(user) }
  }

  /** What is stored is what is named, and nothing else. */
  async function assertKept(assert: { sameMembers(a: unknown[], b: unknown[]): void }, documents: Document[]) {
    await eventually(async () => {
      const objects = await db.from('stored_objects').whereIn('key', await keys())
      assert.sameMembers(
        await keys(),
        documents.map(({ key }) => key)
      )
      assert.sameMembers(
        objects.map(({ key }) => key),
        await keys()
      )
    })
  }

  test('three photos where one is kept leave one, and the others are told', async ({ assert }) => {
    const { user, browser } = await somebody()
    const send = async () => browser.post(HOME, { purpose: 'photo', file: await named('moi.jpg') }, { json: true })
    assert.sameMembers(statuses(await Promise.all([send(), send(), send()])), [200, 409, 409])
    const documents = await user.documents()
    assert.lengthOf(documents, 1)
    await assertKept(assert, documents)
  })

  test('a document replaced by two and deleted by a third ends once', async ({ assert }) => {
    const { user, browser } = await somebody()
    await browser.post(HOME, { purpose: 'cv', file: await named('cv.pdf') })
    const [{ id, path }] = await user.documents()
    const form = { [`file-${id}`]: await named('cv-2.pdf') }
    const answers = await Promise.all([
      browser.put(path, form, { json: true }),
      browser.put(path, form, { json: true }),
      browser.delete(path, {}, { json: true }),
    ])
    for (const { status } of answers) assert.oneOf(status, [200, 404])
    assert.isAtMost(answers.filter(({ status }) => status === 200).length, 2, 'deleting what is replaced is no error')
    const documents = await user.documents()
    assert.isAtMost(documents.length, 1)
    await assertKept(assert, documents)
    for (const document of documents) await document.remove({ by: SYSTEM, at: DateTime.utc() })
    await assertKept(assert, [])
  })
})
