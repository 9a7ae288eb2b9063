import { test } from '@japa/runner'
import Fair from '#models/fair/fair'
import { byNobody } from '#database/factories/fair/fairs'
import { Agent } from '#tests/support/agent'
import { calledAt, statusOf } from '#tests/support/fair'
import { fieldOf, summaryOf, textOf, toastOf } from '#tests/support/html'
import { everyRow } from '#tests/support/rows'
import { aWorld } from '#tests/support/world'

const CREATE = '/salon/forum/registrations/create'
const IMPORT = '/salon/forum/attendees/imports/create'
const yves = { givenName: 'Yves', familyName: 'Le Gall', email: '', phone: '06 12 34 56 78', _back: CREATE }

async function send(agent: Agent, content: string) {
  return agent.post('/salon/forum/attendees/imports', { file: new File([content], 'people.csv'), _back: IMPORT })
}

test.group('At the door', () => {
  test('Odile registers somebody, puts them in a queue, and starts for them', async ({ assert }) => {
    const { forum, initech } = await aWorld()
    const odile = await Agent.as('odile')
    const { location } = await odile.post('/salon/forum/registrations', { ...yves, firstStand: String(initech.id) })
    const sheet = textOf((await odile.get(location!)).body)
    assert.include(sheet, '+33 6 12 34 56 78')
    assert.include(sheet, 'Commencer pour Yves')
    assert.deepEqual(await calledAt(initech), ['Yves'])
    await odile.post(`${location}/interviews`, { standId: String(initech.id), _back: location })
    assert.equal(toastOf((await odile.get(location!)).body), 'Yves Le Gall est en entretien chez Initech.')
    const attendee = await forum.related('attendees').query().where('phone', '+33612345678').firstOrFail()
    assert.equal(await statusOf(attendee), 'interviewing')
    assert.isNull(attendee.userId)
  })

  test('nobody is registered by halves: what was chosen and typed comes back', async ({ assert }) => {
    const { globex } = await aWorld()
    await globex.pause(byNobody())
    const odile = await Agent.as('odile')
    const before = await everyRow()
    const cases: [Record<string, string>, string][] = [
      [{ givenName: '' }, 'givenName'],
      [{ phone: '12' }, 'phone'],
      [{ email: 'alice@EXAMPLE.org' }, 'email'],
    ]
    for (const [wrong, field] of cases) {
      assert.equal((await odile.post('/salon/forum/registrations', { ...yves, ...wrong, firstStand: String(globex.id) })).location, CREATE)
      const { body } = await odile.get(CREATE)
      assert.equal(summaryOf(body)[0].field, field)
      assert.equal(fieldOf(body, 'familyName')!.value, 'Le Gall')
      assert.match(body, new RegExp(`name="firstStand"[^]*value="${globex.id}" selected`))
    }
    await odile.post('/salon/forum/registrations', { ...yves, firstStand: String(globex.id) })
    assert.include(toastOf((await odile.get(CREATE)).body)!, 'Globex est actuellement en pause')
    assert.deepEqual(await everyRow(), before)
  })

  test('somebody of that name is proposed first, and another one is registered when she says so', async ({ assert }) => {
    const { david, forum } = await aWorld()
    const odile = await Agent.as('odile')
    const again = { ...yves, givenName: 'david', familyName: 'MARTIN', phone: '' }
    assert.equal((await odile.post('/salon/forum/registrations', again)).location, CREATE)
    const { body } = await odile.get(CREATE)
    assert.include(textOf(body), 'Est-ce cette personne, déjà inscrite ? David Martin')
    assert.include(body, `href="/salon/forum/attendees/${david.id}"`)
    const { location } = await odile.post('/salon/forum/registrations', { ...again, another: 'on' })
    assert.notEqual(location, `/salon/forum/attendees/${david.id}`)
    assert.lengthOf(await forum.related('attendees').query().whereILike('family_name', 'martin').whereILike('given_name', 'david'), 2)
  })

  test('their details are changed, but not those of somebody with an account', async ({ assert }) => {
    const { david, alice } = await aWorld()
    const odile = await Agent.as('odile')
    const form = { givenName: 'David', familyName: 'Martín', email: 'david.martin@example.net', phone: '' }
    await odile.put(`/salon/forum/attendees/${david.id}`, form)
    assert.containsSubset((await david.refresh()).serialize(), { familyName: 'Martín', email: 'david.martin@example.net' })
    assert.include(textOf((await odile.get('/salon/forum/attendees?q=martin')).body), 'david.martin@example.net')
    assert.equal((await odile.put(`/salon/forum/attendees/${alice.id}`, form, { json: true })).status, 409)
    assert.include(textOf((await odile.get(`/salon/forum/attendees/${alice.id}/edit`)).body), 'a un compte')
  })

  test('they are given a link that their phone opens, until she takes it back', async ({ assert }) => {
    const { david } = await aWorld()
    const odile = await Agent.as('odile')
    const page = `/salon/forum/attendees/${david.id}/link`
    await odile.post(page)
    const path = (await david.currentGuestLink())!.path
    assert.include((await odile.get(page)).body, path)
    assert.equal((await (await Agent.visitor()).get(path)).status, 200)
    await odile.delete(page)
    assert.equal((await (await Agent.visitor()).get(path)).status, 404)
  })
})

test.group('A file of people', () => {
  const FILE =
    'Nom;Prénom;Courriel;Portable;Ville\r\nLe Gall;Yves;yves@example.net;06 12 34 56 78;Brest\r\nRoux;Zoé;;;\r\nDurand;Alice;ALICE@example.org;;\r\nX;;zoe@;12;\r\nROUX;zoe;;;\r\n'

  test('is shown line by line, written once confirmed, and creates nothing twice', async ({ assert }) => {
    const { forum } = await aWorld()
    const odile = await Agent.as('odile')
    const before = await forum.related('attendees').query()
    const { location } = await send(odile, FILE)
    const page = textOf((await odile.get(location!)).body)
    assert.include(page, 'À ajouter 2 Déjà là 1 En erreur 2')
    assert.include(page, '2 Sera ajoutée Le Gall Yves yves@example.net +33612345678')
    assert.include(page, '4 Déjà là Durand Alice')
    assert.include(page, 'Déjà à la ligne 3 de ce fichier.')
    assert.include(page, 'Colonnes non reprises : Ville.')
    assert.lengthOf(await forum.related('attendees').query(), before.length)

    assert.equal((await odile.post(`${location}/confirmation`)).location, '/salon/forum/attendees')
    assert.equal(toastOf((await odile.get('/salon/forum/attendees')).body), '2 personnes sont inscrites.')
    const again = await send(odile, FILE)
    assert.include(textOf((await odile.get(again.location!)).body), 'À ajouter 0 Déjà là 4 En erreur 1')
    await odile.post(`${again.location}/confirmation`)
    assert.lengthOf(await forum.related('attendees').query(), before.length + 2)
    assert.lengthOf(await forum.related('attendees').query().whereNotNull('user_id'), 2)
  })

  test('that was exported comes back as one in which everybody is there already', async ({ assert }) => {
    const { forum } = await aWorld()
    const odile = await Agent.as('odile')
    const people = await forum.related('attendees').query()
    const { body } = await odile.get('/salon/forum/attendees/export')
    const { location } = await send(odile, body)
    assert.include(textOf((await odile.get(location!)).body), `À ajouter 0 Déjà là ${people.length} En erreur 0`)
  })

  test('is of this fair: its number opens nothing elsewhere, nor as one of stands', async ({ assert }) => {
    const { people } = await aWorld()
    const adrien = await Agent.as('adrien')
    for (const path of ['congress/attendees', 'forum/stands'])
      assert.equal((await adrien.get(`/salon/${path}/imports/${people.id}`)).status, 404, path)
    assert.isNotNull(await Fair.findBy('slug', 'congress'))
  })
})
