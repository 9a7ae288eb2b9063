import { test } from '@japa/runner'
import { aVisitor, atDesk } from '#database/factories/postes/sites'
import { Agent, person } from '#tests/support/agent'
import { refusalOf } from '#tests/support/html'
import { kept, plain, sent, slot, ten, twoPostes } from '#tests/support/reserving'

async function room() {
  const room = await twoPostes()
  return { ...room, base: `${room.site.path}/reservations`, omar: await Agent.as('omar') }
}

test.group('Somebody’s own reservations', () => {
  test('are made by themselves where the site lets them, and where they are known', async ({ assert }) => {
    const { site, first, second } = await room()
    const [alice, bob] = [await person('alice'), await person('bob')]
    const visitor = await aVisitor(site, 'Alice', { userId: alice.id })
    const bobs = await aVisitor(site, 'Bob', { userId: bob.id })
    const agent = await Agent.as('alice')
    const form = slot(ten(), { registrationId: String(visitor.id), minutes: '30' })
    const [page, list] = ['/compte/postes/reservations/create', '/compte/postes/reservations']
    assert.include(plain((await agent.get(page)).body), 'Aucun site ne prend de réservation en ligne')
    assert.notInclude((await agent.get(site.path)).body, page)
    assert.equal((await agent.post(list, form)).status, 404)
    await site.configure({ name: site.name, mode: site.mode, onlineReservations: true }, atDesk())
    assert.include((await agent.get(site.path)).body, `${page}?site=${site.slug}`)
    assert.include((await agent.get('/compte/postes')).body, page)
    assert.include((await agent.get(`${page}?site=${site.slug}`)).body, `value="${visitor.id}"`)
    assert.equal((await agent.post(list, { ...form, registrationId: String(bobs.id) })).status, 404)
    const made = await sent(agent, 'POST', list, form)
    assert.equal(made.said, 'La réservation est notée.')
    assert.include(made.text, 'demain, 10 h 00 – 10 h 30')
    const [reservation] = await site.related('reservations').query()
    assert.deepEqual([reservation.visitorId, reservation.posteId, reservation.minutes], [visitor.id, first.id, 30])
    await second.retire(atDesk())
    await agent.post(list, { ...form, time: '10:15', _back: page })
    assert.match(refusalOf((await agent.get(page)).body).join(), /a déjà Poste A à ce moment-là/)
  })

  test('are on their page, and theirs to cancel; nobody else’s', async ({ assert }) => {
    const { site, first, second } = await room()
    const [alice, bob] = [await person('alice'), await person('bob')]
    const own = await kept(site, (await aVisitor(site, 'Alice', { userId: alice.id })).id, first.id, ten())
    const his = await kept(site, (await aVisitor(site, 'Bob', { userId: bob.id })).id, second.id, ten())
    const agent = await Agent.as('alice')
    const page = plain((await agent.get('/compte/postes')).body)
    assert.match(page, /Mes réservations demain, 10 h 00 – 11 h 00 Poste A/)
    assert.notInclude(page, 'Poste B')
    assert.equal((await agent.delete(`/compte/postes/reservations/${his.id}`)).status, 404)
    const { said, text } = await sent(agent, 'DELETE', `/compte/postes/reservations/${own.id}`)
    assert.equal(said, 'La réservation est annulée.')
    assert.include(text, 'Aucune réservation à venir.')
    assert.deepEqual([(await own.refresh()).cause, (await his.refresh()).outcome], ['visitor', null])
  })
})
