import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import type { PurposeName } from '#config/files'
import { runClock } from '#models/files/clock'
import Document from '#models/files/document'
import SignIn from '#models/accounts/sign_in'
import { SYSTEM } from '#models/mixins/act'
import { applyRetention, retentionBoard } from '#models/monitoring/retention'
import { pretend } from '#services/settings'
import { Upload } from '#services/upload'
import { person } from '#tests/support/agent'
import { withDisk } from '#tests/support/disks'
import { PDF } from '#tests/support/files'
import { everyRow } from '#tests/support/rows'

const handedIn = DateTime.utc(2026, 1, 1)
const on = (days: number) => ({ by: SYSTEM, at: handedIn.plus({ days }) })

async function handIn(purpose: PurposeName = 'cv', name = 'cv.pdf') {
  return (await person('alice')).attach(await Upload.of('file', name, PDF), { purpose }, on(0))
}

async function night(days: number) {
  await runClock(on(days))
  await applyRetention(on(days))
}

const due = async (days: number) => (await retentionBoard(on(days).at)).find(({ purpose }) => purpose === 'candidateFiles')!.due

const news = () => db.from('notifications').where('kind', 'files.expiring').select('user_id', 'params', 'path')

test.group('The clock of a document', (group) => {
  const keys = withDisk(group, 'fs')

  test('strikes 730 days after its owner’s last activity', async ({ assert }) => {
    const cv = await handIn()
    await night(700)
    await night(729)
    assert.lengthOf(await keys(), 1)
    assert.deepEqual([await due(729), await due(730)], [0, 1])
    await night(730)
    assert.deepEqual([await keys(), await due(730)], [[], 0])
    assert.containsSubset((await Document.findOrFail(cv.id)).$attributes, { name: null, key: null, deletedBy: 'system' })
    const line = await db.from('audit_events').where({ object_type: 'document', object_id: cv.id }).orderBy('id', 'desc').first()
    assert.equal(line.action, 'files.document.expired')
  })

  test('is set back when the owner was there, even when their sign-ins are forgotten since', async ({ assert }) => {
    const cv = await handIn()
    const signIn = await SignIn.start(await person('alice'), {}, on(400))
    await night(401)
    await signIn.delete()
    await night(800)
    assert.equal((await Document.findOrFail(cv.id)).expiresAt.toMillis(), handedIn.plus({ days: 1130 }).toMillis())
    await night(1100)
    await night(1130)
    assert.deepEqual(await keys(), [])
  })

  test('is announced once, 30 days before, for all of a person’s documents, and again when it was set back', async ({ assert }) => {
    await handIn('cv', 'Alice.pdf')
    await handIn('diploma')
    await handIn('photo').catch(() => handIn('portfolio'))
    await runClock(on(699))
    assert.deepEqual(await news(), [])
    await runClock(on(700))
    await runClock(on(701))
    const { id } = await person('alice')
    assert.deepEqual(await news(), [{ user_id: id, params: { count: 3, name: 'Alice.pdf', days: 30 }, path: '/compte/documents' }])
    await SignIn.start(await person('alice'), {}, on(702))
    await runClock(on(703))
    await runClock(on(1410))
    assert.lengthOf(await news(), 2)
    assert.lengthOf(await keys(), 3)
  })

  test('that a shorter setting puts in the past strikes 30 days after its owner was warned', async ({ assert }) => {
    await handIn()
    await night(100)
    pretend({ 'retention.candidateFiles': 60 })
    await night(101)
    assert.deepEqual([(await news()).length, await due(101)], [1, 0])
    await night(130)
    assert.lengthOf(await keys(), 1)
    await night(131)
    assert.deepEqual([await keys(), (await news()).length], [[], 1])
  })

  test('that struck does nothing more', async ({ assert }) => {
    await handIn()
    await night(710)
    await night(740)
    const before = await everyRow()
    await night(741)
    assert.deepEqual({ ...(await everyRow()), retention_runs: '' }, { ...before, retention_runs: '' })
  })

  test('strikes for many, a batch after another', async ({ assert }) => {
    const { id, key, digest } = await handIn('attachment')
    const bulk = `insert into documents (user_id, purpose, name, type, bytes, digest, disk, key, uploaded_by, created_at, active_at, expires_at)
      select user_id, purpose, name, type, bytes, digest, disk, :key || n, uploaded_by, created_at, active_at, expires_at
      from documents, generate_series(1, 250) n where id = :id`
    await db.rawQuery(`insert into stored_objects (disk, key, created_at) select 'fs', :key || n, now() from generate_series(1, 250) n`, {
      key,
    })
    await db.rawQuery(bulk, { id, key })
    assert.isNotNull(digest)
    await night(730)
    assert.equal(await due(730), 0)
    assert.lengthOf(await db.from('stored_objects'), 0)
  })
})
