import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import SecretLink from '#models/accounts/secret_link'
import { wallOf } from '#models/fair/wall'
import { Agent } from '#tests/support/agent'
import { interviewOf } from '#tests/support/fair'
import { textOf } from '#tests/support/html'
import { listen } from '#tests/support/listen'
import { everyRow } from '#tests/support/rows'
import { aWorld } from '#tests/support/world'
import { aFair, aStand, anAttendee, byNobody } from '#database/factories/fair/fairs'

const START = DateTime.utc().minus({ minutes: 30 })
const after = (seconds: number) => byNobody(START.plus({ seconds }))

test.group('The screen in the hall', () => {
  test('is opened by a link that Odile makes, and a button; the address keeps nothing', async ({ assert }) => {
    const { forum } = await aWorld()
    const odile = await Agent.as('odile')
    assert.notInclude((await odile.get('/salon/forum/wall/link')).body, '/salon/links/')
    assert.isNull(await forum.wallLink())
    await odile.post('/salon/forum/wall/link')
    const { body } = await odile.get('/salon/forum/wall/link')
    const { pathname } = new URL(/id="secret" readonly value="([^"]*)"/.exec(body)![1])
    const screen = await Agent.visitor()
    const before = await everyRow()
    const door = await screen.get(pathname)
    assert.include(textOf(door.body), 'Ouvrir l’écran')
    assert.equal(door.headers.get('referrer-policy'), 'no-referrer')
    assert.deepEqual(await everyRow(), before)
    assert.equal((await screen.get('/salon/forum/wall')).status, 403)
    assert.equal((await screen.post(pathname)).location, '/salon/forum/wall')
    const page = await screen.get('/salon/forum/wall')
    assert.equal(page.status, 200)
    assert.include(page.body, '<meta name="robots" content="none">')
    assert.notInclude(page.body, pathname.split('/').at(-1)!)
    assert.equal((await listen(screen, [`fairs/${forum.id}/wall`])).status, 200)
    for (const path of ['/salon/forum/control', '/salon/forum/attendees', `/salon/forum/wall/link`])
      assert.notEqual((await screen.get(path)).status, 200, path)
    assert.equal((await listen(screen, [`fairs/${forum.id}/control`])).status, 403)
    assert.equal((await screen.get('/salon/congress/wall')).status, 403)
  })

  test('goes dark when its link is replaced: page, parts and stream', async ({ assert }) => {
    const { forum } = await aWorld()
    await forum.regenerateWallLink(byNobody())
    const screen = await Agent.atWall(forum)
    const old = (await forum.wallLink())!.token!
    assert.equal((await screen.get('/salon/forum/wall')).status, 200)
    await (await Agent.as('odile')).post('/salon/forum/wall/link')
    for (const path of ['/salon/forum/wall', '/salon/forum/wall/region', `/salon/links/${old}`]) {
      const { status, body } = await screen.get(path)
      assert.include([403, 404], status)
      assert.include(textOf(body), 'Ce lien n’est plus valide. Demandez le nouveau lien à l’organisateur.')
    }
    assert.equal((await listen(screen, [`fairs/${forum.id}/wall`])).status, 403)
    const lines = await db.from('audit_events').whereIn('action', ['accounts.secret_link.issued', 'accounts.secret_link.revoked'])
    assert.isAbove(lines.filter(({ changes }) => changes.fairId === forum.id).length, 2)
  })

  test('lasts until a day after the fair, whose new end it follows', async ({ assert }) => {
    const { forum } = await aWorld()
    const { token } = await forum.regenerateWallLink(byNobody())
    assert.isNotNull(await SecretLink.opened(token!, forum.endsAt.plus({ hours: 23.9 })))
    const { name, place, startsAt } = forum
    await forum.reschedule({ name, place, startsAt, endsAt: forum.endsAt.minus({ hours: 2 }) }, byNobody())
    assert.isNull(await SecretLink.opened(token!, forum.endsAt.plus({ hours: 24, minutes: 1 })))
  })

  test('shows whom, where and when, and no family name', async ({ assert }) => {
    const { forum, globex } = await aWorld()
    await globex.configure({ name: 'Globex', slots: 2, queueLimit: null, place: 'Allée B' }, byNobody())
    const { body } = await (await Agent.as('odile')).get('/salon/forum/wall')
    assert.match(textOf(body), /Alice D\. Globex Allée B \d\d? h \d\d/)
    assert.include(body, 'data-speech="On appelle Alice D, au stand Globex, Allée B."')
    assert.notInclude(body, 'Durand')
    assert.notInclude(body, 'Étienne', 'Bob waits and is not called')
    await forum.close(byNobody())
    assert.include(textOf((await (await Agent.as('odile')).get('/salon/forum/wall')).body), 'Le salon est fermé.')
  })

  test('keeps six calls: those who are expected first, the last one on top, and not those withdrawn', async ({ assert }) => {
    const fair = await aFair()
    const stands = await Promise.all(Array.from({ length: 8 }, () => aStand(fair)))
    const people = await Promise.all(stands.map((_, i) => anAttendee(fair, `P${i}`)))
    for (const [i, stand] of stands.entries()) await stand.join(people[i], after(i * 10))
    const names = async () => (await wallOf(fair, START.plus({ minutes: 10 }))).calls.map(({ name, over }) => (over ? `(${name})` : name))
    assert.deepEqual(await names(), ['P7 M.', 'P6 M.', 'P5 M.', 'P4 M.', 'P3 M.', 'P2 M.'])
    await stands[7].startInterview(people[7], after(100))
    await stands[6].leave(people[6], after(101))
    assert.deepEqual(await names(), ['P5 M.', 'P4 M.', 'P3 M.', 'P2 M.', 'P1 M.', 'P0 M.'])
    for (const i of [0, 1]) await stands[i].startInterview(people[i], after(102 + i))
    assert.deepEqual(await names(), ['P5 M.', 'P4 M.', 'P3 M.', 'P2 M.', '(P7 M.)', '(P1 M.)'])
    const entry = await stands[2].related('entries').query().firstOrFail()
    await stands[2].callAgain(entry, after(150))
    assert.equal((await names())[0], 'P2 M.')
    await stands[2].markAbsent(entry, after(160))
    assert.equal((await names())[3], '(P2 M.)')
    await stands[2].callAgain(entry, after(170))
    assert.deepEqual(await names(), ['P2 M.', 'P5 M.', 'P4 M.', 'P3 M.', '(P7 M.)', '(P1 M.)'], 'a person called again is there once')
    await stands[7].markPassed(await interviewOf(people[7]), after(200))
    assert.isEmpty((await wallOf(fair, START.plus({ hours: 3 }))).calls.filter(({ over }) => over))
  })
})
