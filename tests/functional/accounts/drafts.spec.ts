import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import { PASSWORD } from '#database/seeders/cast_seeder'
import SignIn from '#models/accounts/sign_in'
import Fair from '#models/fair/fair'
import { SYSTEM } from '#models/mixins/act'
import { Agent } from '#tests/support/agent'
import { fieldOf, textOf, tokenOf } from '#tests/support/html'
import { everyRow } from '#tests/support/rows'
import { later, withClock } from '#tests/support/time'
import { aWorld } from '#tests/support/world'

const EDIT = '/salon/forum/edit'
const TYPED = { name: 'Forum des métiers d’avenir', place: 'Gymnase', startsAt: '2027-03-01T09:00', endsAt: '2027-03-01T17:00' }
const SIGN_IN = `/compte/sign-ins/create?next=${encodeURIComponent(EDIT)}`
const RESUMED = 'Rien n’a encore été enregistré'

const send = (browser: Agent, more = {}) => browser.put('/salon/forum', { ...TYPED, _back: EDIT, ...more })

async function signIn(browser: Agent, who: string, next?: string) {
  const page = await browser.get('/compte/sign-ins/create')
  const token = tokenOf(page.body)
  const form = { email: `${who}@example.org`, password: PASSWORD, _csrf: token, ...(next && { next }) }
  return (await browser.post('/compte/sign-ins', form, { csrf: false })).location
}

async function shown(browser: Agent, path = EDIT) {
  const { body } = await browser.get(path)
  return { name: fieldOf(body, 'name')?.value, place: fieldOf(body, 'place')?.value, text: textOf(body) }
}

test.group('A form sent after the session was lost', (group) => {
  withClock(group)

  for (const [how, lose] of [
    ['idle for two hours', async () => later({ hours: 2, minutes: 1 })],
    ['gone for two days', async () => later({ hours: 48 })],
    [
      'ended from elsewhere',
      async () => (await SignIn.query().orderBy('id', 'desc').firstOrFail()).end({ by: SYSTEM, at: DateTime.now() }),
    ],
  ] as const)
    test(`${how}: after signing in it is there as it was typed`, async ({ assert }) => {
      const odile = await Agent.as('odile')
      await lose()
      const before = await everyRow()
      assert.equal((await send(odile)).location, SIGN_IN)
      assert.deepEqual(await everyRow(), before)
      assert.include(textOf((await odile.get(SIGN_IN)).body), 'ce que vous aviez saisi est gardé et vous attend')

      assert.equal(await signIn(odile, 'odile', EDIT), EDIT)
      const page = await shown(odile)
      assert.deepEqual([page.name, page.place], [TYPED.name, TYPED.place])
      assert.include(page.text, RESUMED)
      const again = await shown(odile)
      assert.equal(again.place, 'Salle des fêtes', 'once')
      assert.notInclude(again.text, RESUMED)
    })

  test('is found again without its address, and for another form too', async ({ assert }) => {
    const { acme } = await aWorld()
    const odile = await Agent.as('odile')
    later({ hours: 3 })
    const page = `/salon/forum/stands/${acme.id}/edit`
    await odile.put(`/salon/forum/stands/${acme.id}`, { name: 'Acme et Fils', slots: '3', _back: page })
    assert.equal(await signIn(odile, 'odile'), page)
    assert.equal((await shown(odile, page)).name, 'Acme et Fils')
  })

  test('is dropped when somebody else signs in, and stays dropped', async ({ assert }) => {
    const browser = await Agent.as('odile')
    later({ hours: 3 })
    await send(browser)
    assert.equal(await signIn(browser, 'adrien', EDIT), EDIT)
    assert.equal((await shown(browser)).place, 'Salle des fêtes')
    const token = tokenOf((await browser.get('/salon')).body)
    await browser.delete('/compte/sign-ins/current', { _csrf: token }, { csrf: false })
    await signIn(browser, 'odile')
    assert.equal((await shown(browser)).place, 'Salle des fêtes')
  })

  test('is dropped when the person goes elsewhere', async ({ assert }) => {
    const odile = await Agent.as('odile')
    later({ hours: 3 })
    await send(odile)
    assert.equal(await signIn(odile, 'odile', '/salon'), '/salon')
    assert.equal((await shown(odile)).place, 'Salle des fêtes')
  })

  test('is kept for half an hour', async ({ assert }) => {
    const odile = await Agent.as('odile')
    later({ hours: 3 })
    await send(odile)
    later({ minutes: 31 })
    assert.notInclude((await odile.get(SIGN_IN)).body, 'est gardé')
    assert.equal(await signIn(odile, 'odile'), '/salon/forum/control')
  })

  test('is kept encrypted, without what is secret nor more than a form holds', async ({ assert }) => {
    const odile = await Agent.as('odile')
    later({ hours: 3 })
    await send(odile, { password: 'un-mot-de-passe', currentPassword: 'un-autre', token: 'un-secret', long: 'x'.repeat(60_001) })
    const kept = JSON.stringify(await db.from('sessions'))
    assert.include(kept, 'draft')
    assert.notMatch(kept, /Gymnase|mot-de-passe|un-autre|un-secret/)
    assert.isBelow(kept.length, 3000)
  })

  test('is nothing that another site can fill', async ({ assert }) => {
    const browser = await Agent.visitor()
    const answer = await browser.put('/salon/forum', { ...TYPED, _back: EDIT }, { headers: { origin: 'https://evil.example' } })
    assert.equal(answer.location, SIGN_IN)
    assert.equal(await signIn(browser, 'odile', EDIT), EDIT)
    assert.equal((await shown(browser)).place, 'Salle des fêtes')
  })

  test('is refused to a program', async ({ assert }) => {
    const odile = await Agent.as('odile')
    later({ hours: 3 })
    assert.equal((await odile.put('/salon/forum', TYPED, { json: true })).status, 401)
  })
})

test.group('A form whose token is too old', () => {
  test('comes back as it was typed, with a new one that works', async ({ assert }) => {
    const odile = await Agent.as('odile')
    const answer = await odile.put('/salon/forum', { ...TYPED, _back: EDIT, _csrf: 'x' }, { csrf: false })
    assert.equal(answer.location, EDIT)
    const { body } = await odile.get(EDIT)
    assert.include(textOf(body), 'La page était restée ouverte trop longtemps')
    assert.equal(fieldOf(body, 'place')!.value, 'Gymnase')
    const token = tokenOf(body)
    assert.equal((await odile.put('/salon/forum', { ...TYPED, _csrf: token }, { csrf: false })).location, '/salon/forum/setup')
    assert.equal((await Fair.findByOrFail('slug', 'forum')).place, 'Gymnase')
  })

  test('comes back to a visitor too, without asking them to sign in', async ({ assert }) => {
    const visitor = await Agent.visitor()
    const form = { email: 'ines@example.org', password: 'un-mot-de-passe', _back: '/compte/sign-ins/create' }
    assert.equal((await visitor.post('/compte/sign-ins', form, { csrf: false })).location, '/compte/sign-ins/create')
    const { body } = await visitor.get('/compte/sign-ins/create')
    assert.equal(fieldOf(body, 'email')!.value, 'ines@example.org')
    assert.notInclude(body, 'un-mot-de-passe')
  })

  test('shows nothing that another site has written', async ({ assert }) => {
    const odile = await Agent.as('odile')
    const answer = await odile.put('/salon/forum', { ...TYPED, _back: EDIT }, { csrf: false, headers: { origin: 'https://evil.example' } })
    assert.equal(answer.status, 419)
    assert.equal((await shown(odile)).place, 'Salle des fêtes')
  })
})
