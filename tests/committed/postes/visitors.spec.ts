import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { aPoste, aSite, aVisitor, atDesk } from '#database/factories/postes/sites'
import { Upload } from '#services/upload'
import { photo } from '#tests/support/files'
import { atOnce } from '#tests/support/at_once'

const ana = { givenName: 'Ana', familyName: 'Hoarau', email: 'ana@example.net', consents: true, another: false }

test.group('Visitors at the same time', () => {
  test('six desks that register one person write one sheet: the others are asked whether it is the same', async ({ assert }) => {
    const site = await aSite({ mode: 'identified' })
    const registers = Array.from({ length: 6 }, () => () => site.register(ana, atDesk()))
    assert.equal(await atOnce(assert, registers), 1)
    assert.lengthOf(await db.from('visitors').where('site_id', site.id), 1)
    assert.lengthOf(await db.from('visitor_consents').join('visitors', 'visitors.id', 'visitor_id').where('site_id', site.id), 1)
  })

  test('a photo that takes long to be drawn again holds up nobody else', async ({ assert }) => {
    const site = await aSite({ mode: 'identified' })
    const upload = await Upload.of('photo', 'ana.jpg', await photo())
    const drawn = Promise.withResolvers<void>()
    const head = upload.head.bind(upload)
    upload.head = async (length) => {
      await drawn.promise
      return head(length)
    }
    const slow = site.register({ ...ana, photo: upload }, atDesk())
    await site.register({ ...ana, givenName: 'Léa', email: 'lea@example.net' }, atDesk())
    drawn.resolve()
    const visitor = await slow
    assert.lengthOf(await visitor.documents('visitor_photo'), 1)
    // Refused once it is drawn, nothing of it stays.
    const again = await Upload.of('photo', 'ana.jpg', await photo())
    const stored = await db.from('stored_objects').count('* as count').first()
    await assert.rejects(() => site.register({ ...ana, photo: again }, atDesk()))
    assert.deepEqual(await db.from('stored_objects').count('* as count').first(), stored)
    assert.lengthOf(await db.from('visitors').where('site_id', site.id), 2)
  })

  test('two sheets are merged in both directions: one stays, and nobody waits for ever', async ({ assert }) => {
    const site = await aSite({ mode: 'identified' })
    const [one, other] = [await aVisitor(site), await aVisitor(site)]
    const merges = [() => one.absorb(other.id, atDesk()), () => other.absorb(one.id, atDesk())]
    assert.equal(await atOnce(assert, [...merges, ...merges]), 1)
    const left = await db.from('visitors').where('site_id', site.id).whereNull('anonymised_at')
    assert.lengthOf(left, 1)
  })

  test('PPM-B18: erased while a code is given, they have the code and their name, or neither', async ({ assert }) => {
    const site = await aSite()
    for (let turn = 0; turn < 5; turn++) {
      await aPoste(site)
      const visitor = await aVisitor(site)
      const issue = () => site.issue({ visitorId: visitor.id, minutes: 10 }, atDesk())
      assert.equal(await atOnce(assert, [issue, () => visitor.anonymise(atDesk())]), 1)
      const live = await db.from('poste_sessions').where('visitor_id', visitor.id).whereNull('ended_at')
      assert.equal(live.length === 1, (await visitor.refresh()).anonymisedAt === null)
    }
  })
})
