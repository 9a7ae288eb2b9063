import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { aPoste, aSite, aVisitor, byNobody } from '#database/factories/postes/sites'
import { Agent, person } from '#tests/support/agent'
import { withDisk } from '#tests/support/disks'
import { photo } from '#tests/support/files'
import { aWorld } from '#tests/support/world'

const heldBy = async (agent: Agent, path: string) => JSON.parse((await agent.get(path)).body)
const told = (action: string) => db.from('audit_events').where({ action }).select('actor_id', 'object_id', 'changes')

test.group('The right of access of a visitor', (group) => {
  withDisk(group, 'fs')

  test('is a file of all that is held of them, whose taking is written down', async ({ assert }) => {
    const { room } = await aWorld()
    const omar = await Agent.as('omar')
    const sheet = room.ana.pathAt(room.site)
    await room.site.configure({ name: room.site.name, mode: 'identified', keepsNumbers: true }, byNobody())
    await omar.put(`${sheet}/identity`, { kind: 'passport', seenOn: '2026-01-05', number: '12AB34567' })
    await omar.post(`${sheet}/photo`, { photo: new File([new Uint8Array(await photo())], 'ana.jpg') })
    const { headers } = await omar.get(`${sheet}/export`)
    assert.equal(headers.get('content-type'), 'application/json; charset=utf-8')
    assert.match(headers.get('content-disposition')!, /^attachment; filename="Mes donnees a Espace numerique.json"/)
    assert.equal(headers.get('cache-control'), 'no-store')
    const held = await heldBy(omar, `${sheet}/export`)
    assert.containsSubset(held, {
      person: { givenName: 'Ana', familyName: 'Hoarau', email: 'ana@example.net' },
      identityDocument: { kind: 'passport', seenOn: '2026-01-05', number: '12AB34567' },
      photo: { media: 'image/jpeg' },
      linkedToAccount: false,
      consents: [{ version: '1', withdrawnAt: undefined }],
      sessions: [{ poste: 'Poste 1', grantedSeconds: 14_400, timeAsked: [{ minutes: 15, answer: undefined }] }],
    })
    assert.equal(Buffer.from(held.photo.base64, 'base64').length, held.photo.bytes)
    assert.include(
      held.events.map(({ what }: { what: string }) => what),
      'Accord donné par Ana Hoarau'
    )
    const { id } = await person('omar')
    const line = { actor_id: id, object_id: room.ana.id, changes: {} }
    assert.deepEqual(await told('postes.visitor.exported'), [line, line])
    assert.lengthOf(await told('postes.visitor.identity_read'), 2)
    assert.notInclude(JSON.stringify(held), 'Omar')
  })

  test('is in their own account, of what is theirs alone, and leaves nothing of others', async ({ assert }) => {
    const { room } = await aWorld()
    const [alice, bob] = [await Agent.as('alice'), await Agent.as('bob')]
    await room.lea.claim(await person('alice'), byNobody())
    const path = `/compte/postes/${room.lea.id}/export`
    assert.include((await alice.get('/compte/postes')).body, `href="${path}"`)
    const held = await heldBy(alice, path)
    assert.containsSubset(held, { person: { givenName: 'Léa', familyName: 'Grondin' }, linkedToAccount: true })
    assert.notInclude(JSON.stringify(held), 'Hoarau')
    assert.equal((await bob.get(path)).status, 404)
    assert.lengthOf(await told('postes.visitor.exported'), 1)
  })

  test('is for a guest what their number did', async ({ assert }) => {
    const { room } = await aWorld()
    const guest = await room.site.related('visitors').query().whereNotNull('guest_number').firstOrFail()
    const held = await heldBy(await Agent.as('omar'), `${guest.pathAt(room.site)}/export`)
    assert.containsSubset(held, {
      person: { givenName: undefined, guestNumber: guest.guestNumber },
      photo: undefined,
      identityDocument: undefined,
    })
    assert.notInclude(JSON.stringify(held), 'null')
  })

  test('says of a time that runs what was used of it, not what is left', async ({ assert }) => {
    const site = await aSite()
    const [poste, visitor] = [await aPoste(site), await aVisitor(site)]
    await visitor.load('site')
    const at = byNobody().at.set({ millisecond: 0 })
    const act = (minutes: number) => ({ ...byNobody(), at: at.plus({ minutes }) })
    const session = await site.issue({ visitorId: visitor.id, posteId: poste.id, minutes: 60, started: true }, act(0))
    const used = async (minutes: number) => (await visitor.disclose(act(minutes))).sessions as { usedSeconds: number }[]
    for (const [minutes, seconds] of [
      [10, 600],
      [60, 3600],
      [61, 3600],
    ])
      assert.deepEqual(
        (await used(minutes)).map(({ usedSeconds }) => usedSeconds),
        [seconds]
      )
    await session.end('desk', act(20))
    assert.equal((await used(30))[0].usedSeconds, 1200)
  })

  test('of somebody who was forgotten is nothing', async ({ assert }) => {
    const site = await aSite({ mode: 'identified' })
    const visitor = await aVisitor(site, 'Zoé')
    await visitor.anonymise(byNobody())
    assert.equal((await (await Agent.as('omar')).get(`${visitor.pathAt(site)}/export`)).status, 404)
  })
})
