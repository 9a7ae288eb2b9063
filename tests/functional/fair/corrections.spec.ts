import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { appUrl } from '#config/app'
import { Agent } from '#tests/support/agent'
import { calledAt, statusOf } from '#tests/support/fair'
import { refusalOf, textOf } from '#tests/support/html'
import { aWorld } from '#tests/support/world'
import { aFair, aStand, byNobody, inLine } from '#database/factories/fair/fairs'
import type Attendee from '#models/fair/attendee'
import type Stand from '#models/fair/stand'

async function entryAt(stand: Stand, attendee: Attendee) {
  return attendee.related('entries').query().where('stand_id', stand.id).whereNull('left_at').firstOrFail()
}

async function orderAt(stand: Stand) {
  const entries = await stand.related('entries').query().whereNull('left_at').preload('attendee').orderBy('rank_key')
  return entries.map(({ attendee, position }) => [attendee.givenName, position])
}

async function audited(action: string) {
  const [line] = await db.from('audit_events').where('action', action).orderBy('id', 'desc').limit(1)
  return line && [line.actor_kind, line.changes]
}

test.group('What Odile corrects in a queue', () => {
  test('is the order: first, up, down, to a place; the positions stay', async ({ assert }) => {
    const { forum, initech } = await aWorld()
    const [hugo, ines, jules] = await inLine(forum, initech, ['Hugo', 'Inès', 'Jules'])
    const odile = await Agent.as('odile')
    const control = `/salon/forum/control?open=${initech.id}`
    const { id } = await entryAt(initech, jules)
    const rank = `/salon/forum/entries/${id}/rank`
    assert.include((await odile.get(control)).body, `formaction="${rank}?_method=PUT" name="rank" value="1"`)
    assert.equal((await odile.put(rank, { rank: 1, _back: control })).location, control)
    assert.deepEqual(await orderAt(initech), [
      ['Jules', 3],
      ['Hugo', 1],
      ['Inès', 2],
    ])
    assert.deepEqual(await calledAt(initech), ['Jules'])
    assert.deepEqual(await audited('fair.queue_entry.moved'), ['user', { stand: initech.id, attendee: jules.id, from: 3, to: 1 }])
    const page = await odile.get(`${rank}/edit`)
    assert.include(textOf(page.body), 'Place 1 sur 3 en ce moment. Le numéro d’arrivée, 3, ne change jamais')
    const came = await odile.get(`${rank}/edit`, { headers: { referer: new URL(control, appUrl).href } })
    assert.include(came.body, `name="from" value="${control}"`)
    assert.equal(
      (await odile.put(rank, { rank: 1, from: control, _back: `${rank}/edit` })).location,
      control,
      'back where it was asked for'
    )
    await odile.put(rank, { rank: 99 })
    assert.deepEqual(
      (await orderAt(initech)).map(([name]) => name),
      ['Hugo', 'Inès', 'Jules']
    )
    assert.isNotNull(hugo && ines)
  })

  test('is refused for what is no place, and for whoever waits no more', async ({ assert }) => {
    const { acme, david, entry } = await aWorld()
    const odile = await Agent.as('odile')
    const form = `/salon/forum/entries/${entry.id}/rank/edit`
    for (const [typed, said] of [
      ['', 'Répondez à la question'],
      ['0', 'entre 1 et 100 000'],
      ['un', 'indiquez un nombre'],
    ]) {
      assert.equal((await odile.put(`/salon/forum/entries/${entry.id}/rank`, { rank: typed, _back: form })).location, form)
      assert.include(
        refusalOf((await odile.get(form)).body)
          .join()
          .replace(/\u202f/g, ' '),
        said
      )
    }
    const inside = await entryAt(acme, david)
    const answer = await odile.put(`/salon/forum/entries/${inside.id}/rank`, { rank: 1 }, { json: true })
    assert.equal(answer.status, 409)
    assert.include(answer.body, 'Cette personne n’attend pas à ce stand.')
    assert.include(textOf((await odile.get(`/salon/forum/entries/${inside.id}/rank/edit`)).body), 'n’attend pas')
  })

  test('is who is in it: added in spite of a pause, from the queue and from the sheet', async ({ assert }) => {
    const { initech, bob, globex } = await aWorld()
    await initech.pause(byNobody())
    const odile = await Agent.as('odile')
    const add = `/salon/forum/entries/create?stand=${initech.id}`
    assert.include((await odile.get(`/salon/forum/control?open=${initech.id}`)).body, `href="${add}"`)
    const { body } = await odile.get(`${add}&q=bob@exa`)
    assert.include(body, `name="attendeeId" value="${bob.id}"`)
    const control = `/salon/forum/control?open=${initech.id}`
    const form = { standId: initech.id, attendeeId: bob.id, _back: control }
    assert.equal((await odile.post('/salon/forum/entries', form)).location, control)
    assert.deepEqual(await audited('fair.queue_entry.forced'), ['user', { stand: initech.id, attendee: bob.id }])
    await odile.post('/salon/forum/entries', form)
    assert.include(textOf((await odile.get(control)).body), 'déjà dans la file chez Initech')
    const sheet = await odile.get(`/salon/forum/attendees/${bob.id}`)
    assert.match(sheet.body, new RegExp(`<option value="${globex.id}"`))
    assert.notMatch(sheet.body, new RegExp(`<option value="${initech.id}"`))
  })

  test('is who is not: removed after a question, with what follows', async ({ assert }) => {
    const { globex, alice, entry, acme, david, bob } = await aWorld()
    const odile = await Agent.as('odile')
    const sheet = `/salon/forum/attendees/${alice.id}`
    const { body } = await odile.get(sheet)
    assert.match(
      body,
      new RegExp(`<dialog[^>]*id="remove-${entry.id}"[\\s\\S]*?formaction="/salon/forum/entries/${entry.id}\\?_method=DELETE"`)
    )
    assert.equal((await odile.delete(`/salon/forum/entries/${entry.id}`, { _back: sheet })).location, sheet)
    assert.deepEqual(await calledAt(globex), [])
    assert.include(textOf((await odile.get(sheet)).body), 'Dans aucune file')
    // Whoever is inside comes out, available, and the next is called.
    await odile.delete(`/salon/forum/entries/${(await entryAt(acme, david)).id}`)
    assert.equal(await statusOf(david), 'available')
    assert.deepEqual(await calledAt(acme), ['Bob'])
    assert.isNotNull(bob)
  })

  test('is a mistake: whoever was marked passed waits again at the same position', async ({ assert }) => {
    const { acme, david, interview } = await aWorld()
    await acme.markPassed(interview, byNobody())
    const odile = await Agent.as('odile')
    const { id } = await entryAt(acme, david)
    const path = `/salon/forum/entries/${id}/reinstatement`
    assert.include((await odile.get(`/salon/forum/attendees/${david.id}`)).body, `formaction="${path}"`)
    await odile.post(path)
    assert.isNull((await entryAt(acme, david)).completedAt)
    assert.deepEqual(await audited('fair.queue_entry.reinstated'), ['user', { stand: acme.id, attendee: david.id }])
  })

  test('is nothing of another fair', async ({ assert }) => {
    const { bob } = await aWorld()
    const other = await aFair()
    const stand = await aStand(other)
    const [zoe] = await inLine(other, stand, ['Zoé'])
    const { id } = await entryAt(stand, zoe)
    const odile = await Agent.as('odile')
    assert.equal((await odile.delete(`/salon/forum/entries/${id}`)).status, 404)
    assert.equal((await odile.put(`/salon/forum/entries/${id}/rank`, { rank: 1 })).status, 404)
    assert.equal((await odile.post('/salon/forum/entries', { standId: stand.id, attendeeId: bob.id })).status, 404)
    assert.equal((await odile.get(`/salon/forum/entries/create?stand=${stand.id}`)).status, 404)
  })
})

test.group('What Odile does to the whole forum', () => {
  test('pauses every stand, and starts them again', async ({ assert }) => {
    const { globex } = await aWorld()
    const odile = await Agent.as('odile')
    const control = '/salon/forum/control'
    await odile.post('/salon/forum/pause', { _back: control })
    assert.include(textOf((await odile.get(control)).body), '3 stands sont mis en pause.')
    assert.deepEqual(await calledAt(globex), [])
    await odile.post('/salon/forum/pause', { _back: control })
    assert.include(textOf((await odile.get(control)).body), 'Tous les stands étaient déjà en pause.')
    await odile.delete('/salon/forum/pause', { _back: control })
    assert.include(textOf((await odile.get(control)).body), '3 stands recrutent à nouveau.')
    assert.deepEqual(await calledAt(globex), ['Alice'])
  })

  test('frees everybody once she has typed the word, and not before', async ({ assert }) => {
    const { david, bob } = await aWorld()
    await bob.pause(byNobody())
    const odile = await Agent.as('odile')
    const form = '/salon/forum/release/create'
    const said = '1 entretien en cours sera interrompu, sans compter comme passé. 1 pause prendra fin.'
    assert.include(textOf((await odile.get('/salon/forum/control')).body), said)
    assert.include(textOf((await odile.get(form)).body), said)
    for (const typed of ['', 'oui']) {
      assert.equal((await odile.post('/salon/forum/release', { agreement: typed, _back: form })).location, form)
      assert.lengthOf(refusalOf((await odile.get(form)).body), 1)
      assert.equal(await statusOf(david), 'interviewing')
    }
    assert.equal((await odile.post('/salon/forum/release', { agreement: ' liberer' })).location, '/salon/forum/control')
    assert.include(textOf((await odile.get('/salon/forum/control')).body), '1 entretien a été interrompu. 1 pause a pris fin.')
    for (const one of [david, bob]) assert.equal(await statusOf(one), 'available')
    assert.deepEqual(await audited('fair.attendees.freed'), ['user', { interviews: 1, pauses: 1 }])
  })
})

test.group('A word to Bob alone', () => {
  test('is sent from his sheet and told to him', async ({ assert }) => {
    const { bob } = await aWorld()
    const odile = await Agent.as('odile')
    const sheet = `/salon/forum/attendees/${bob.id}`
    const form = { text: 'Votre sac est à l’accueil.', lasts: 'hour', attendeeId: bob.id, _back: sheet }
    assert.equal((await odile.post('/salon/forum/announcements', form)).location, sheet)
    const [told] = await db.from('notifications').where({ user_id: bob.userId!, kind: 'fair.announced' }).orderBy('id', 'desc')
    assert.equal(told.params.text, 'Votre sac est à l’accueil.')
    await odile.post('/salon/forum/announcements', { ...form, text: '' })
    assert.lengthOf(refusalOf((await odile.get(sheet)).body), 1)
  })
})
