import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { aFair, aStand, byNobody } from '#database/factories/fair/fairs'
import { PASSWORD } from '#database/seeders/cast_seeder'
import SignIn from '#models/accounts/sign_in'
import { Agent, person } from '#tests/support/agent'
import { Stream } from '#tests/support/stream'
import { eventually } from '#tests/support/time'

const HERE = '/compte/sign-ins'
const REGION = '/messages/news/region'
const watching = { json: true, headers: { 'x-watched': '1' } }

const isKnown = async (browser: Agent) => (await browser.get(HERE)).status === 200

/** A page that has read its session and waits for something else, until it is let go. */
async function aSlowPage(browser: Agent) {
  const holder = await db.transaction()
  await holder.rawQuery('lock table stand_pauses in access exclusive mode')
  const late = browser.get('/salon')
  await eventually(async () => {
    const waiting = await db.from('pg_locks').whereRaw(`relation = 'stand_pauses'::regclass and not granted`)
    if (waiting.length === 0) throw new Error('The page does not wait')
  })
  return { late, answer: () => holder.rollback() }
}

test.group('Many requests at once', () => {
  test('from two devices sign nobody out, even in the last seconds of two idle hours', async ({ assert }) => {
    const devices = [await Agent.as('alice'), await Agent.as('alice')]
    const { id: userId } = await person('alice')
    const mine = () => SignIn.query().where('user_id', userId).orderBy('id', 'desc').limit(2)
    const almost = new Date(Date.now() - 2 * 3_600_000 + 30_000)
    const signIns = await mine()
    await SignIn.query()
      .whereIn(
        'id',
        signIns.map(({ id }) => id)
      )
      .update({ last_seen_at: almost })

    const asked = devices.flatMap((device) => [
      ...Array.from({ length: 20 }, () => device.get(REGION, watching)),
      ...Array.from({ length: 5 }, () => device.get('/salon')),
    ])
    for (const { status } of await Promise.all(asked)) assert.equal(status, 200)
    for (const device of devices) assert.isTrue(await isKnown(device))
    for (const { lastSeenAt } of await mine()) assert.isAbove(lastSeenAt.toMillis(), almost.getTime() + 7_000_000)
  })

  test('of a page asked for before Alice signed in, and answered after, do not sign her out', async ({ assert }) => {
    const browser = await Agent.visitor()
    const { late, answer } = await aSlowPage(browser)
    await browser.post(HERE, { email: 'alice@example.org', password: PASSWORD })
    assert.isTrue(await isKnown(browser))
    await answer()
    assert.equal((await late).status, 200)
    assert.isTrue(await isKnown(browser))
  })

  test('of a page asked for before a stand signed out bring nothing of its session back', async ({ assert }) => {
    const stand = await aStand(await aFair())
    const { slug } = await stand.related('fair').query().firstOrFail()
    const dashboard = `/salon/${slug}/stands/${stand.id}/dashboard`
    const desk = await Agent.atStands(stand)
    const old = desk.cookies.get('tremplin')!
    // A sentence waits in the session: whichever page shows it writes the session again without it.
    await desk.put('/compte/preferences', { theme: 'pink', _back: '/salon' })
    const { late, answer } = await aSlowPage(desk)
    await desk.delete(`${HERE}/current`)
    await answer()
    await late
    desk.cookies.set('tremplin', old)
    assert.equal((await desk.get(dashboard)).status, 403)
  })
})

test.group('Within a second of a press, streams end', (group) => {
  Stream.forGroup(group)

  async function endsInTime(stream: Stream, press: () => Promise<unknown>) {
    const pressed = Date.now()
    await Promise.all([press(), stream.until(({ ended }) => ended)])
    return Date.now() - pressed
  }

  test('of every browser but the one that ends the others', async ({ assert }) => {
    const { id } = await person('bob')
    const [desk, phone] = [await Agent.as('bob'), await Agent.as('bob')]
    const [kept, gone] = [await Stream.open(desk, [`users/${id}`]), await Stream.open(phone, [`users/${id}`])]
    assert.isBelow(await endsInTime(gone, () => desk.delete(`${HERE}/others`)), 1000)
    assert.isFalse(kept.ended)
    assert.equal((await phone.get(REGION, { headers: { 'hx-request': 'true' } })).headers.get('hx-refresh'), 'true')
    assert.match((await phone.get(HERE)).location!, /^\/compte\/sign-ins\/create/)
  })

  test('of whoever loses a right on the page of an administrator', async ({ assert }) => {
    const fair = await aFair()
    const chloe = await person('chloe')
    await chloe.grant({ role: 'organiser', fairId: fair.id }, byNobody())
    const { id } = await db.from('roles').where({ user_id: chloe.id, fair_id: fair.id }).firstOrFail()
    const stream = await Stream.open(await Agent.as(chloe), [`fairs/${fair.id}/control`])
    const adrien = await Agent.as('adrien')
    assert.isBelow(await endsInTime(stream, () => adrien.delete(`/admin/users/${chloe.id}/roles/${id}`)), 1000)
  })
})
