import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { aUser } from '#database/factories/accounts/organisations'
import { aSite, aVisitor, byNobody } from '#database/factories/postes/sites'
import Document from '#models/files/document'
import { Agent, person } from '#tests/support/agent'
import { withDisk } from '#tests/support/disks'
import { photo } from '#tests/support/files'
import { textOf } from '#tests/support/html'
import { VISITORS } from '#tests/support/access/visitors'
import { addressOf } from '#tests/support/cast'
import { writesNow } from '#tests/support/rows'
import { aWorld } from '#tests/support/world'

const jpeg = async () => new File([new Uint8Array(await photo())], 'lea.jpg')
const ofDesk = VISITORS.filter(({ pattern }) => pattern.startsWith('/postes/:slug/visitors'))

/** Somebody who works at the desk of another site only. */
async function elsewhere() {
  const site = await aSite({ mode: 'identified' })
  const user = await aUser()
  await user.grant({ role: 'operator', siteId: site.id }, byNobody())
  return { site, agent: await Agent.as(user) }
}

async function readings(action: string) {
  return db.from('audit_events').where({ action }).select('actor_id', 'object_id', 'changes')
}

test.group('PPM-B34: what is known of a visitor', (group) => {
  withDisk(group, 'fs')

  test('is refused whole to the operator of another site', async ({ assert }) => {
    const world = await aWorld()
    const { agent } = await elsewhere()
    const before = await writesNow()
    for (const line of ofDesk) {
      const { status } = await agent.send(line.method, addressOf(line, world), line.form?.(world), { json: true })
      assert.equal(status, 403, `${line.method} ${line.pattern}`)
    }
    assert.equal(await writesNow(), before)
  })

  test('is not found under the address of another site', async ({ assert }) => {
    const world = await aWorld()
    const { site, agent } = await elsewhere()
    const theirs = ofDesk.filter(({ pattern }) => pattern.includes(':id'))
    for (const line of theirs) {
      const address = addressOf({ ...line, params: () => ({ slug: site.slug, id: world.room.lea.id }) }, world)
      assert.equal(
        (await agent.send(line.method, address, line.form?.(world), { json: true })).status,
        404,
        `${line.method} ${line.pattern}`
      )
    }
    const mine = await aVisitor(site)
    const merged = await agent.post(`${mine.pathAt(site)}/merge`, { otherId: String(world.room.lea.id) }, { json: true })
    assert.equal(merged.status, 409)
    assert.notInclude((await agent.get(`${site.path}/visitors/choices?q=grondin`)).body, 'Léa')
    assert.equal((await agent.get(`${mine.pathAt(site)}/merge/create?other=${world.room.lea.id}`)).status, 404)
  })

  test('has a photo for that desk alone, drawn again without what the camera wrote, and each who looks is remembered', async ({
    assert,
  }) => {
    const { room } = await aWorld()
    const omar = await Agent.as('omar')
    const path = `${room.lea.pathAt(room.site)}/photo`
    await omar.post(path, { photo: await jpeg() })
    const [kept] = await room.lea.documents('visitor_photo')
    const seen = await omar.get(path)
    assert.deepEqual([seen.status, seen.headers.get('cache-control')], [200, 'no-store'])
    assert.notInclude(seen.body, 'Exif')
    assert.lengthOf(await readings('files.document.opened'), 1)
    for (const name of ['alice', 'maud', 'omar'] as const)
      assert.equal((await (await Agent.as(name)).get(`/compte/documents/${kept.id}`)).status, 404, name)
    await omar.post(path, { photo: await jpeg() })
    assert.lengthOf(await room.lea.documents('visitor_photo'), 1)
    const wrong = await omar.post(path, { photo: new File(['%PDF-1.4'], 'lea.jpg') }, { json: true })
    assert.equal(wrong.status, 422)
    await room.lea.anonymise(byNobody())
    assert.lengthOf(await Document.living().where('visitor_id', room.lea.id), 0)
  })

  test('is shown no more where nobody is asked who they are any more', async ({ assert }) => {
    const { room } = await aWorld()
    const { site, lea } = room
    const omar = await Agent.as('omar')
    const values = { email: 'lea@example.net', phone: '+262692123456', address: '5 rue Basse', birthDate: DateTime.utc(1990, 5, 2) }
    await lea.describe({ ...values, notes: 'Malvoyante' }, lea.version, byNobody())
    await lea.identify({ kind: 'passport', seenOn: DateTime.utc(2026, 1, 5) }, byNobody())
    await omar.post(`${lea.pathAt(site)}/photo`, { photo: await jpeg() })
    const sheet = lea.pathAt(site)
    const another = `${site.path}/visitors/create`
    const pages = [sheet, `${sheet}/edit`, `${sheet}/merge/create?other=${room.ana.id}`, `${sheet}/merge/create?q=lea`].concat(
      ['visitors', 'visitors/choices?q=lea', 'sessions/create?q=lea', 'sessions'].map((end) => `${site.path}/${end}`)
    )
    const said = async () => {
      const typed = { familyName: lea.familyName!, givenName: lea.givenName!, _back: another }
      const likeness = (await omar.post(`${site.path}/visitors`, typed)).location!
      return (await Promise.all([...pages, likeness].map(async (page) => (await omar.get(page)).body))).join('')
    }
    const known = /lea@example|692[\s\u00A0]?12|3456|rue Basse|Malvoyante|Passeport vu|1990/
    assert.match(await said(), known)
    await site.changeMode('anonymous', byNobody())
    const now = await said()
    assert.include(now, 'Léa')
    assert.notMatch(now, known)
    assert.equal((await omar.get(`${sheet}/photo`)).status, 404)
    await site.changeMode('identified', byNobody())
    assert.match(await said(), known)
  })

  test('has a number only where the site keeps it: encrypted, masked, and each reading is written', async ({ assert }) => {
    const { room } = await aWorld()
    const omar = await Agent.as('omar')
    const sheet = room.lea.pathAt(room.site)
    const shown = { kind: 'passport', seenOn: '2026-01-05', number: '12AB34567', _back: sheet }
    assert.equal((await omar.put(`${sheet}/identity`, shown, { json: true })).status, 422)
    await room.site.configure({ name: room.site.name, mode: 'identified', keepsNumbers: true }, byNobody())
    await omar.put(`${sheet}/identity`, shown)
    const row = await db.from('visitors').where('id', room.lea.id).firstOrFail()
    assert.notInclude(row.identity_number, '34567')
    const page = (await omar.get(sheet)).body
    assert.include(textOf(page), 'Passeport vu le 5 janvier 2026 par Omar')
    assert.include(page, '••••4567')
    assert.notInclude(page, '12AB34567')
    assert.lengthOf(await readings('postes.visitor.identity_read'), 0)
    await omar.post(`${sheet}/identity/reading`)
    assert.include((await omar.get(sheet)).body, '12AB34567')
    assert.notInclude((await omar.get(sheet)).body, '12AB34567')
    const [told] = await readings('postes.visitor.identity_read')
    assert.deepEqual(told, { actor_id: (await person('omar')).id, object_id: room.lea.id, changes: {} })
    await room.site.configure({ name: room.site.name, mode: 'identified', keepsNumbers: false }, byNobody())
    assert.isNull((await room.lea.refresh()).identityNumber)
    assert.equal((await omar.post(`${sheet}/identity/reading`, {}, { json: true })).status, 409)
  })
})
