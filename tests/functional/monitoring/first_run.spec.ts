import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { byNobody } from '#database/factories/fair/fairs'
import { firstRunPath } from '#models/accounts/first_run'
import User from '#models/accounts/user'
import { settings } from '#services/settings'
import { Agent, person } from '#tests/support/agent'
import { fieldOf, summaryOf } from '#tests/support/html'
import { later, withClock } from '#tests/support/time'

const NADIA = {
  name: 'Ville de Lyon',
  givenName: 'Nadia',
  familyName: 'Haddad',
  email: 'nadia@example.org',
  password: 'un cheval de bataille',
  passwordConfirmation: 'un cheval de bataille',
}

const nobodyAdministers = () => db.from('roles').where('role', 'admin').delete()

test.group('An installation that nobody administers', (group) => {
  withClock(group)
  group.each.setup(async () => {
    await nobodyAdministers()
  })

  test('has one link for whoever starts it, however many processes say it', async ({ assert }) => {
    const path = await firstRunPath(byNobody())
    assert.match(path!, /^\/admin\/first-run\/[\w-]{32}$/)
    assert.equal(await firstRunPath(byNobody()), path)
    const rows = await db.from('secret_links').where('purpose', 'first_run')
    assert.lengthOf(rows, 1)
    assert.notInclude(JSON.stringify(rows), path!.split('/').at(-1)!)
  })

  test('gets its name and its administrator from it, who is let in at once', async ({ assert }) => {
    const path = (await firstRunPath(byNobody()))!
    const nadia = await Agent.visitor()
    const page = await nadia.get(path)
    assert.equal(page.headers.get('referrer-policy'), 'no-referrer')
    assert.equal(fieldOf(page.body, 'name')!.value, 'Tremplin')
    assert.equal((await nadia.post(path, NADIA)).location, '/admin')
    assert.include((await nadia.get('/admin/users')).body, 'Ville de Lyon')
    assert.equal(settings().name, 'Ville de Lyon')
    const user = await User.byEmail(NADIA.email).preload('roles').firstOrFail()
    assert.isTrue(user.isVerified)
    assert.deepEqual(
      user.roles.map(({ role, grantedBy }) => [role, grantedBy]),
      [['admin', `user:${user.id}`]]
    )
    for (const answer of [await nadia.get(path), await (await Agent.visitor()).post(path, { ...NADIA, email: 'x@example.org' })])
      assert.equal(answer.status, 404)
    assert.isNull(await firstRunPath(byNobody()))
  })

  test('asks again what was mistyped', async ({ assert }) => {
    const path = (await firstRunPath(byNobody()))!
    const nadia = await Agent.visitor()
    assert.equal((await nadia.post(path, { ...NADIA, password: 'court', _back: path })).location, path)
    const { body } = await nadia.get(path)
    assert.containsSubset(summaryOf(body), [{ field: 'password' }])
    assert.equal(fieldOf(body, 'name')!.value, 'Ville de Lyon')
    assert.equal((await nadia.post(path, { ...NADIA, email: 'alice@example.org' }, { json: true })).status, 422, 'an address that is taken')
    assert.equal((await nadia.post(path, NADIA)).location, '/admin')
  })

  test('has a link no more once somebody administers it, whoever made them', async ({ assert }) => {
    const path = (await firstRunPath(byNobody()))!
    await (await person('maud')).grant({ role: 'admin' }, byNobody())
    assert.equal((await (await Agent.visitor()).get(path)).status, 404)
    await nobodyAdministers()
    assert.equal((await (await Agent.visitor()).get(path)).status, 404, 'not even afterwards')
  })

  test('has another link after a week, and none of another purpose opens it', async ({ assert }) => {
    const path = (await firstRunPath(byNobody()))!
    later({ hours: 24 * 7 + 1 })
    assert.equal((await (await Agent.visitor()).get(path)).status, 404)
    const other = (await firstRunPath({ ...byNobody() }))!
    assert.notEqual(other, path)
    assert.equal((await (await Agent.visitor()).get(other)).status, 200)
    const token = other.split('/').at(-1)
    assert.equal((await (await Agent.visitor()).get(`/salon/links/${token}`)).status, 404)
  })
})
