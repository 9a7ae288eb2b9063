import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { byNobody } from '#database/factories/fair/fairs'
import Fair from '#models/fair/fair'
import { Agent } from '#tests/support/agent'
import { fieldOf, summaryOf, textOf, toastOf } from '#tests/support/html'
import { everyRow } from '#tests/support/rows'

const CREATE = '/salon/create'
const typed = {
  name: 'Salon de printemps',
  place: 'Gymnase',
  slug: '',
  startsAt: '2030-05-02T09:00',
  endsAt: '2030-05-03T17:00',
  opensAt: '09:00',
  closesAt: '17:30',
  defaultSlots: '2',
  standsSetSlots: 'on',
  graceMinutes: '5',
  interviewMinutes: '15',
}

const forum = () => Fair.findByOrFail('slug', 'forum')

test.group('The form of a fair', () => {
  test('keeps its address, its hours of each day and its rules', async ({ assert }) => {
    const adrien = await Agent.as('adrien')
    assert.equal((await adrien.post('/salon', { ...typed, slug: 'Printemps 2030' })).location, '/salon/printemps-2030/setup')
    const fair = await Fair.findByOrFail('slug', 'printemps-2030')
    assert.containsSubset(fair.serialize(), {
      opensAt: '09:00:00',
      closesAt: '17:30:00',
      defaultSlots: 2,
      standsSetSlots: true,
      graceSeconds: 300,
      interviewMinutes: 15,
    })
    assert.include(textOf((await adrien.get(fair.path)).body), 'chaque jour de 9 h à 17 h 30')
    const { body } = await adrien.get(`${fair.path}/edit`)
    assert.match(body, /<input[^>]* checked [^>]*name="standsSetSlots"/)
    assert.deepEqual(
      ['opensAt', 'closesAt', 'graceMinutes'].map((name) => fieldOf(body, name)!.value),
      ['09:00', '17:30', '5']
    )
    const { standsSetSlots: _, opensAt: __, closesAt: ___, ...rest } = typed
    await adrien.put(fair.path, { ...rest, slug: 'printemps-2030', opensAt: '', closesAt: '' })
    assert.containsSubset((await fair.refresh()).serialize(), { opensAt: null, closesAt: null, standsSetSlots: false })
  })

  test('comes back as typed, with the sentence beside the field', async ({ assert }) => {
    const adrien = await Agent.as('adrien')
    const before = await everyRow()
    const cases: [Partial<typeof typed>, string, string][] = [
      [{ slug: 'forum' }, 'slug', 'Un autre salon a déjà cette adresse. Choisissez-en une autre.'],
      [{ slug: 'Links' }, 'slug', 'Cette adresse est prise par une autre page. Choisissez-en une autre.'],
      [{ slug: '!!!' }, 'slug', 'Cette adresse n’a ni lettre ni chiffre. Elle ressemble à forum-2027.'],
      [{ closesAt: '' }, 'closesAt', 'Indiquez les deux heures, d’ouverture et de fermeture, ou aucune.'],
      [{ opensAt: '' }, 'opensAt', 'Indiquez les deux heures, d’ouverture et de fermeture, ou aucune.'],
      [{ closesAt: '08:00' }, 'closesAt', 'La fin doit venir après le début.'],
      [{ opensAt: '9 heures' }, 'opensAt', 'Cette heure n’est pas complète. Indiquez l’heure et les minutes.'],
      [{ startsAt: '0000-01-01T00:00' }, 'startsAt', 'Cette date'],
      [{ defaultSlots: '0' }, 'defaultSlots', 'indiquez un nombre entre 1 et 50.'],
      [{ defaultSlots: '51' }, 'defaultSlots', 'indiquez un nombre entre 1 et 50.'],
      [{ graceMinutes: '31' }, 'graceMinutes', 'indiquez un nombre entre 1 et 30.'],
    ]
    for (const [wrong, field, sentence] of cases) {
      assert.equal((await adrien.post('/salon', { ...typed, ...wrong, _back: CREATE })).location, CREATE)
      const { body } = await adrien.get(CREATE)
      assert.include(fieldOf(body, field)!.error, sentence)
      assert.equal(summaryOf(body)[0].field, field)
      assert.equal(fieldOf(body, 'place')!.value, 'Gymnase')
      assert.match(body, /<input[^>]* checked [^>]*name="standsSetSlots"/)
    }
    assert.deepEqual(await everyRow(), before)
  })
})

test.group('Last year’s fair', () => {
  test('is duplicated at other dates by whoever may make fairs', async ({ assert }) => {
    const adrien = await Agent.as('adrien')
    assert.include(textOf((await adrien.get('/salon/forum/copies/create')).body), 'ses 2 stands, avec de nouveaux liens secrets')
    const dates = { startsAt: '2031-05-02T09:00', endsAt: '2031-05-02T17:00' }
    const form = { name: 'Forum de l’emploi', place: 'Salle des fêtes', slug: 'forum', ...dates, _back: '/salon/forum/copies/create' }
    await adrien.post('/salon/forum/copies', form)
    assert.include(fieldOf((await adrien.get('/salon/forum/copies/create')).body, 'slug')!.error, 'Un autre salon a déjà cette adresse')
    const { location } = await adrien.post('/salon/forum/copies', { ...form, slug: '' })
    assert.equal(location, '/salon/forum-de-lemploi/setup')
    const copy = await Fair.findByOrFail('slug', 'forum-de-lemploi')
    assert.sameMembers(
      (await copy.related('stands').query()).map(({ name }) => name),
      ['Acme', 'Globex']
    )
  })
})

test.group('An archived fair', () => {
  test('is found by those who run it only, and nothing in it changes until it is taken out', async ({ assert }) => {
    const fair = await forum()
    const odile = await Agent.as('odile')
    await odile.post('/salon/forum/archive', { _back: '/salon/forum/setup' })
    assert.equal(
      toastOf((await odile.get('/salon/forum/setup')).body),
      'Forum de l’emploi est ouvert. Fermez-le d’abord, puis archivez-le.'
    )
    await fair.close(byNobody())
    await odile.post('/salon/forum/archive')

    const visitor = await Agent.visitor()
    for (const path of ['/', '/salon', '/salon?when=past', '/salon?when=archived'])
      assert.notInclude((await visitor.get(path)).body, 'href="/salon/forum"', path)
    assert.include((await odile.get('/salon?when=archived')).body, 'href="/salon/forum"')
    assert.notInclude((await (await Agent.as('olga')).get('/salon?when=archived')).body, 'href="/salon/forum"')

    const before = await everyRow()
    const stand = { name: 'Hooli', slots: '1', queueLimit: '' }
    for (const path of ['opening', 'stands', 'attendees', 'registrations', 'announcements', 'my/entries'])
      assert.equal((await odile.post(`/salon/forum/${path}`, stand, { json: true })).status, 409, path)
    assert.equal((await odile.put('/salon/forum', typed, { json: true })).status, 409)
    assert.deepEqual(await everyRow(), before)

    const adrien = await Agent.as('adrien')
    const copy = { name: 'Forum de demain', place: 'Ici', slug: '', startsAt: '2031-05-02T09:00', endsAt: '2031-05-02T17:00' }
    assert.equal((await adrien.post('/salon/forum/copies', copy)).location, '/salon/forum-de-demain/setup')
    const offered = 'formaction="/salon/forum/opening"'
    for (const page of ['setup', 'control']) assert.notInclude((await odile.get(`/salon/forum/${page}`)).body, offered, page)
    await odile.delete('/salon/forum/archive')
    for (const page of ['setup', 'control']) assert.include((await odile.get(`/salon/forum/${page}`)).body, offered, page)
    assert.equal((await odile.post('/salon/forum/opening')).status, 303)
    assert.isTrue(await fair.isOpen())
  })
})

test.group('Several fairs', () => {
  test('may be open at once, each with its own people', async ({ assert }) => {
    const congress = await Fair.findByOrFail('slug', 'congress')
    await congress.open({ ...byNobody(), at: DateTime.now() })
    const alice = await Agent.as('alice')
    for (const slug of ['forum', 'congress']) assert.equal((await alice.post(`/salon/${slug}/attendees`)).location, `/salon/${slug}/my`)
    assert.deepEqual([await (await forum()).isOpen(), await congress.isOpen()], [true, true])
  })
})
