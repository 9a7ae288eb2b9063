import { test } from '@japa/runner'
import { byNobody } from '#database/factories/fair/fairs'
import Fair from '#models/fair/fair'
import Stand from '#models/fair/stand'
import { forgetAll } from '#services/known_users'
import { Agent, person } from '#tests/support/agent'
import { textOf } from '#tests/support/html'
import { queriesOf } from '#tests/support/queries'

const PART = '/salon/forum/control/hours/region'

test.group('Who asks for a part of a page', (group) => {
  group.each.setup(() => forgetAll())

  test('is asked of the database once in some seconds, by however many parts at once', async ({ assert }) => {
    const odile = await Agent.as('odile')
    const first = await queriesOf(async () => void (await odile.get(PART)))
    const second = await queriesOf(async () => void (await odile.get(PART)))
    assert.equal(second.length, first.length - 3)
    forgetAll()
    const many = await queriesOf(async () => void (await Promise.all(Array.from({ length: 5 }, () => odile.get(PART)))))
    assert.lengthOf(
      many.filter((sql) => /from (sessions|sign_ins|fairs)/.test(sql)),
      3
    )
  })

  test('is nobody at once when they are signed out elsewhere, or lose the right', async ({ assert }) => {
    const odile = await Agent.as('odile')
    const user = await person('odile')
    assert.equal((await odile.get(PART)).status, 200)
    const [right] = await user.related('roles').query().whereNull('revoked_at')
    await user.revoke({ role: 'organiser', fairId: right.fairId }, byNobody())
    assert.equal((await odile.get(PART)).status, 403)
    await user.endSignIns(byNobody())
    assert.equal((await odile.get(PART, { headers: { 'hx-request': 'true' } })).status, 401)
  })

  test('opens nothing more at once when the link of their stand is regenerated', async ({ assert }) => {
    const acme = await Stand.findByOrFail('name', 'Acme')
    const staff = await Agent.atStands(acme)
    const part = `/salon/forum/stands/${acme.id}/dashboard/region`
    const seen = await queriesOf(async () => void (await staff.get(part)))
    const again = await queriesOf(async () => void assert.equal((await staff.get(part)).status, 200))
    const links = (queries: string[]) => queries.filter((sql) => sql.includes('secret_links" where "id"')).length
    assert.deepEqual([links(seen), links(again)], [1, 0])
    await acme.regenerateLink(await Fair.findOrFail(acme.fairId), byNobody())
    assert.notEqual((await staff.get(part)).status, 200)
  })

  test('sees at once that its fair has changed', async ({ assert }) => {
    const fair = await Fair.findByOrFail('slug', 'forum')
    const odile = await Agent.as('odile')
    assert.equal((await odile.get(PART)).status, 200)
    const { name, place, startsAt, endsAt } = fair
    await fair.reschedule({ name, place, startsAt, endsAt, slug: 'autre-forum' }, byNobody())
    assert.equal((await odile.get(PART)).status, 404)
    assert.equal((await odile.get(PART.replace('forum', 'autre-forum'))).status, 200)
  })

  test('is told in the language that they have just chosen', async ({ assert }) => {
    const odile = await Agent.as('odile')
    const part = () => odile.get('/salon/forum/control/region')
    const french = textOf((await part()).body)
    await odile.put('/compte/preferences', { locale: 'en' })
    assert.notEqual(textOf((await part()).body), french)
  })
})
