import { test } from '@japa/runner'
import { byNobody, inLine } from '#database/factories/fair/fairs'
import { Agent } from '#tests/support/agent'
import { fieldOf, textOf, toastOf } from '#tests/support/html'
import { everyRow } from '#tests/support/rows'
import { statusOf } from '#tests/support/fair'
import { aWorld } from '#tests/support/world'

test.group('A stand, as Odile prepares it', () => {
  test('has its place in the hall and its organisation, chosen by name', async ({ assert }) => {
    const { acme } = await aWorld()
    const odile = await Agent.as('odile')
    const page = `/salon/forum/stands/${acme.id}/edit`
    const form = { name: 'Acme', slots: '2', queueLimit: '', place: 'Allée B, n° 12', organisation: 'hooli', _back: page }
    assert.match((await odile.get(page)).body, /<datalist id="organisations">[^]*value="Pied Piper"[^]*<\/datalist>/)
    assert.equal((await odile.put(`/salon/forum/stands/${acme.id}`, form)).location, '/salon/forum/stands')
    const list = textOf((await odile.get('/salon/forum/stands?q=allee')).body)
    assert.include(list, '1 stand')
    assert.include(list, 'Acme Allée B, n° 12 Hooli 2')
    for (const path of ['/salon/forum', `/salon/forum/stands/${acme.id}`])
      assert.include(textOf((await (await Agent.visitor()).get(path)).body), 'Allée B, n° 12', path)

    const before = await everyRow()
    for (const organisation of ['Massive Dynamic', 'Hooli Inc.']) {
      assert.equal((await odile.put(`/salon/forum/stands/${acme.id}`, { ...form, organisation })).location, page)
      const field = fieldOf((await odile.get(page)).body, 'organisation')!
      assert.include(field.error, 'Aucune organisation inscrite ne s’appelle')
      assert.equal(field.value, organisation)
    }
    for (const slots of ['0', '51'])
      assert.equal((await odile.put(`/salon/forum/stands/${acme.id}`, { ...form, slots }, { json: true })).status, 422)
    assert.deepEqual(await everyRow(), before)
  })

  test('is deleted once she has read what goes with it; whoever was inside is available', async ({ assert }) => {
    const { forum, acme, david, bob, token } = await aWorld()
    const odile = await Agent.as('odile')
    const page = textOf((await odile.get(`/salon/forum/stands/${acme.id}/edit`)).body)
    assert.match(page, /Supprimer Acme \? Disparaîtront avec lui : \d personnes? en file et 1 entretien en cours\./)
    assert.equal((await odile.delete(`/salon/forum/stands/${acme.id}`)).location, '/salon/forum/stands')
    assert.equal(toastOf((await odile.get('/salon/forum/stands')).body), 'Acme est supprimé.')
    assert.equal(await statusOf(david), 'available')
    assert.isEmpty((await bob.outlook()).waiting)
    assert.lengthOf(await forum.related('stands').query(), 2)
    assert.equal((await (await Agent.visitor()).get(`/salon/links/${token}`)).status, 404)
  })

  test('sets its own slots only where the fair lets it', async ({ assert }) => {
    const { forum, acme } = await aWorld()
    const desk = await Agent.atStands(acme)
    const path = `/salon/forum/stands/${acme.id}/slots`
    const refused = await desk.put(path, { slots: '3' }, { json: true })
    assert.equal(refused.status, 409)
    assert.include(refused.body, 'L’organisateur décide')
    const { name, place, startsAt, endsAt } = forum
    await forum.reschedule({ name, place, startsAt, endsAt, standsSetSlots: true }, byNobody())
    assert.equal((await desk.put(path, { slots: '51' }, { json: true })).status, 422)
    assert.equal((await desk.put(path, { slots: '3' })).location, `/salon/forum/stands/${acme.id}/dashboard`)
    assert.equal((await acme.refresh()).slots, 3)
  })
})

test.group('On paper', () => {
  test('a poster leads to the public page of its stand, and a card to its dashboard', async ({ assert }) => {
    const { acme, token } = await aWorld()
    const odile = await Agent.as('odile')
    const poster = textOf((await odile.get(`/salon/forum/stands/${acme.id}/poster`)).body)
    assert.include(poster, `/salon/forum/stands/${acme.id}`)
    assert.include(poster, 'Adressez-vous à l’accueil')
    assert.include(textOf((await odile.get(`/salon/forum/stands/${acme.id}/card`)).body), `/salon/links/${token}`)
    for (const path of ['posters', 'cards']) {
      const { body } = await odile.get(`/salon/forum/${path}`)
      assert.lengthOf(body.match(/<svg class="qr__code"/g)!, 3, path)
    }
  })

  test('every queue is there in its order, one sheet a stand, those without anybody last', async ({ assert }) => {
    const { forum, globex } = await aWorld()
    await inLine(forum, globex, ['Yves', 'Zoé'])
    const { body, status } = await (await Agent.as('odile')).get('/salon/forum/paper')
    assert.equal(status, 200)
    assert.lengthOf(body.match(/<section class="paper-sheet/g)!, 3)
    assert.match(
      textOf(body),
      /Acme .*– David Martin .* En entretien ici 1 Bob Étienne .*Globex .*1 Alice Durand .*2 Yves .*3 Zoé .*Initech/
    )
    assert.isTrue(body.trimEnd().endsWith('</html>'))
  })
})
