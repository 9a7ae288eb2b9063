import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import { byNobody } from '#database/factories/fair/fairs'
import { PASSWORD } from '#database/seeders/cast_seeder'
import { Agent, person } from '#tests/support/agent'
import { summaryOf, textOf, toastOf } from '#tests/support/html'
import { everyRow } from '#tests/support/rows'
import { aWorld } from '#tests/support/world'

async function names(query: string) {
  const { body } = await (await Agent.as('adrien')).get(`/admin/users?${query}`)
  const found = [...body.matchAll(/<th scope="row"><a[^>]*>([^<]*)</g)].map(([, name]) => name)
  return { found, text: textOf(body) }
}

test.group('The accounts', () => {
  test('are found by a part of the name or of the address, accents or not', async ({ assert }) => {
    for (const [words, expected] of [
      ['etien', ['Bob Étienne']],
      ['CHLOE', ['Chloé Petit']],
      ['rachid@', ['Rachid Benali']],
      ['odile chev', ['Odile Chevalier']],
      ['%', []],
    ] as const)
      assert.deepEqual((await names(`q=${encodeURIComponent(words)}`)).found, [...expected], words)
    assert.include((await names('q=personne')).text, 'Aucun compte ne correspond')
  })

  test('are filtered by role, counted and sorted', async ({ assert }) => {
    assert.deepEqual((await names('group=organiser')).found, ['Odile Chevalier', 'Olga Ivanov'])
    assert.deepEqual((await names('group=organiser&sort=-name')).found, ['Olga Ivanov', 'Odile Chevalier'])
    const { text, found } = await names('')
    assert.equal(found[0], 'Rachid Benali')
    for (const said of ['11 comptes', 'Organisateurs (2)', 'Candidats (4)', 'Administrateurs (1)']) assert.include(text, said)
    assert.notInclude(text, 'Suspendus')
    await (await person('bob')).block(byNobody())
    assert.deepEqual((await names('group=blocked')).found, ['Bob Étienne'])
  })
})

test.group('The rights of somebody', () => {
  test('are given everywhere or for one fair, by an administrator whose name stays', async ({ assert }) => {
    const { forum } = await aWorld()
    const maud = await person('maud')
    const adrien = await Agent.as('adrien')
    await adrien.post(`/admin/users/${maud.id}/roles`, { role: 'organiser', fairId: forum.id })
    await adrien.post(`/admin/users/${maud.id}/roles`, { role: 'operator', fairId: '' })
    const text = textOf((await adrien.get(`/admin/users/${maud.id}`)).body)
    assert.match(text, /Agent d’accueil Donné aujourd’hui à \d+ h \d\d par Adrien Leclerc/)
    assert.match(text, /Organisateur · Forum de l’emploi Donné/)
    assert.match(text, /Modérateur Donné [^.]* par le système/)
    assert.equal((await (await Agent.as('maud')).get('/salon/forum/control')).status, 200)
  })

  test('are not given where they would mean nothing', async ({ assert }) => {
    const { forum } = await aWorld()
    const maud = await person('maud')
    const adrien = await Agent.as('adrien')
    const page = `/admin/users/${maud.id}`
    const before = await everyRow()
    for (const form of [
      { role: 'moderator', fairId: forum.id },
      { role: 'organiser', fairId: 999_999_999 },
    ]) {
      assert.equal((await adrien.post(`${page}/roles`, { ...form, _back: page })).location, page)
      assert.containsSubset(summaryOf((await adrien.get(page)).body), [{ field: 'fairId' }])
    }
    for (const role of ['candidate', 'king', ''])
      assert.equal((await adrien.post(`${page}/roles`, { role }, { json: true })).status, 422, role)
    assert.deepEqual(await everyRow(), before)
  })

  test('are taken back, and the page says by whom and until when', async ({ assert }) => {
    const { right } = await aWorld()
    const adrien = await Agent.as('adrien')
    await adrien.delete(`/admin/users/${right.userId}/roles/${right.id}`)
    const text = textOf((await adrien.get(`/admin/users/${right.userId}`)).body)
    assert.match(text, /Un rôle retiré Organisateur · Forum de l’emploi, donné [^,]*, retiré aujourd’hui par Adrien Leclerc/)
    assert.equal((await (await Agent.as('odile')).get('/salon/forum/control')).status, 403)
    const line = await db.from('audit_events').where('action', 'accounts.role.revoked').orderBy('id', 'desc').firstOrFail()
    assert.containsSubset(line, { object_type: 'user', object_id: right.userId, actor_id: (await person('adrien')).id })
    assert.equal((await adrien.delete(`/admin/users/${right.userId}/roles/${right.id}`)).status, 303, 'twice is once')
  })

  test('are those of that account only', async ({ assert }) => {
    const { right } = await aWorld()
    const maud = await person('maud')
    assert.equal((await (await Agent.as('adrien')).delete(`/admin/users/${maud.id}/roles/${right.id}`)).status, 404)
  })

  test('of the last administrator stay: nobody takes them, nor shuts them out', async ({ assert }) => {
    const adrien = await person('adrien')
    const browser = await Agent.as('adrien')
    const page = `/admin/users/${adrien.id}`
    const { id } = await db.from('roles').where({ user_id: adrien.id, role: 'admin' }).firstOrFail()
    const before = await everyRow()
    for (const press of [
      () => browser.delete(`${page}/roles/${id}`, { _back: page }),
      () => browser.post(`${page}/block`, { _back: page }),
    ]) {
      assert.equal((await press()).location, page)
      assert.match(toastOf((await browser.get(page)).body)!, /^C’est le dernier administrateur/)
    }
    assert.deepEqual(await everyRow(), before)

    await (await person('maud')).grant({ role: 'admin' }, byNobody())
    await (await person('maud')).block(byNobody())
    assert.equal((await browser.delete(`${page}/roles/${id}`, {}, { json: true })).status, 409, 'the other is shut out')
    await (await person('maud')).unblock(byNobody())
    assert.equal((await browser.delete(`${page}/roles/${id}`)).location, '/')
    assert.equal((await browser.get(page)).status, 403)
  })
})

test.group('Somebody who is shut out', () => {
  test('is signed out everywhere, and does not come in with the right password', async ({ assert }) => {
    const bob = await person('bob')
    const phone = await Agent.as('bob')
    const adrien = await Agent.as('adrien')
    await adrien.post(`/admin/users/${bob.id}/block`)
    assert.match((await phone.get('/compte/sign-ins')).location!, /^\/compte\/sign-ins\/create/)
    const form = { email: 'bob@example.org', _back: '/compte/sign-ins/create' }
    const browser = await Agent.visitor()
    for (const [password, sentence] of [
      ['wrong', /^L’adresse/],
      [PASSWORD, /^Ce compte est suspendu/],
    ] as const) {
      await browser.post('/compte/sign-ins', { ...form, password })
      assert.match(summaryOf((await browser.get('/compte/sign-ins/create')).body)[0].sentence, sentence)
    }

    await adrien.delete(`/admin/users/${bob.id}/block`)
    assert.equal((await browser.post('/compte/sign-ins', { ...form, password: PASSWORD })).location, '/salon')
    const rows = await db.from('user_blocks').where('user_id', bob.id)
    assert.containsSubset(rows, [{ started_by: `user:${(await person('adrien')).id}`, ended_by: `user:${(await person('adrien')).id}` }])
  })

  test('twice is shut out once', async ({ assert }) => {
    const bob = await person('bob')
    await bob.block(byNobody())
    const before = await everyRow()
    await bob.block({ ...byNobody(), at: DateTime.now() })
    assert.deepEqual(await everyRow(), before)
  })
})
