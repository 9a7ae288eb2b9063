import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { aFair, aStand, anAttendee, byNobody, inLine } from '#database/factories/fair/fairs'
import { announcementLines, announcementsFor } from '#models/fair/announcement_board'
import { person } from '#tests/support/agent'
import { signalsOf } from '#tests/support/queries'

const NOON = DateTime.utc(2030, 5, 2, 12)

/** A forum where Alice waits at Acme and Bob nowhere, both with an account; Willy waits at Acme without one. */
async function world() {
  const forum = await aFair({ startsAt: NOON.minus({ hours: 3 }), endsAt: NOON.plus({ hours: 5 }) })
  const acme = await aStand(forum)
  const [willy] = await inLine(forum, acme, ['Willy'])
  const alice = await anAttendee(forum, 'Alice', (await person('alice')).id)
  const bob = await anAttendee(forum, 'Bob', (await person('bob')).id)
  await acme.join(alice, byNobody())
  return { forum, acme, alice, bob, willy }
}

async function toldOf(about: string) {
  const rows = await db.from('notifications').where('about', about).orderBy('user_id').select('user_id', 'expires_at', 'params', 'path')
  return rows
}

test.group('An announcement', () => {
  test('to everybody is seen by everybody, told to those with an account, and over after its time', async ({ assert }) => {
    const { forum, alice, bob, willy } = await world()
    const made = await forum.announce({ text: 'Le buffet est ouvert.', lasts: 'quarter' }, byNobody(NOON))
    const end = NOON.plus({ minutes: 15 })
    for (const who of [alice.id, bob.id, willy.id, null]) {
      const shown = await announcementsFor(forum.id, who, end.minus({ seconds: 1 }))
      assert.deepEqual(
        shown.map(({ text, stand, personal }) => [text, stand, personal]),
        [['Le buffet est ouvert.', null, false]]
      )
      assert.lengthOf(await announcementsFor(forum.id, who, end), 0)
    }
    const told = await toldOf(made.about)
    assert.deepEqual(
      told.map((row) => row.user_id),
      [alice.userId, bob.userId].sort((a, b) => a! - b!)
    )
    assert.deepEqual(told[0].params, { fair: forum.name, text: 'Le buffet est ouvert.' })
    assert.equal(told[0].path, `${forum.path}/my`)
    assert.equal(told[0].expires_at.getTime(), end.toMillis())
  })

  test('to a queue is for those who wait in it', async ({ assert }) => {
    const { forum, acme, alice, bob, willy } = await world()
    const made = await forum.announce({ text: 'Dix minutes de pause.', lasts: 'hour', standId: acme.id }, byNobody(NOON))
    for (const [who, count] of [
      [alice.id, 1],
      [willy.id, 1],
      [bob.id, 0],
      [null, 0],
    ] as const)
      assert.lengthOf(await announcementsFor(forum.id, who, NOON.plus({ minutes: 59 })), count)
    assert.equal((await announcementsFor(forum.id, alice.id, NOON))[0].stand, acme.name)
    assert.deepEqual(
      (await toldOf(made.about)).map((row) => row.user_id),
      [alice.userId]
    )
    await acme.leave(alice, byNobody())
    assert.lengthOf(await announcementsFor(forum.id, alice.id, NOON), 0)
  })

  test('to one person is for nobody else, until the fair ends', async ({ assert }) => {
    const { forum, alice, bob } = await world()
    const made = await forum.announce({ text: 'Vos clés sont à l’accueil.', lasts: 'end', attendeeId: bob.id }, byNobody(NOON))
    assert.equal(made.expiresAt.toMillis(), forum.endsAt.toMillis())
    assert.isTrue((await announcementsFor(forum.id, bob.id, NOON))[0].personal)
    assert.lengthOf(await announcementsFor(forum.id, alice.id, NOON), 0)
    assert.deepEqual(
      (await toldOf(made.about)).map((row) => row.user_id),
      [bob.userId]
    )
  })

  test('to one person is asked for by nobody else, and by them until they have read it', async ({ assert }) => {
    const { forum, acme, alice, bob, willy } = await world()
    const askedBy = async () => (await Promise.all([alice, bob, willy].map((who) => who.outlook()))).map(({ announced }) => announced)
    assert.deepEqual(await askedBy(), [false, false, false])
    const made = await forum.announce({ text: 'Vos clés sont à l’accueil.', lasts: 'end', attendeeId: alice.id }, byNobody(NOON))
    assert.deepEqual(await askedBy(), [true, false, false])
    await made.read(byNobody(NOON))
    assert.deepEqual(await askedBy(), [false, false, false])
    for (const whom of [{ standId: acme.id }, {}]) {
      const said = await forum.announce({ text: 'Dix minutes de pause.', lasts: 'end', ...whom }, byNobody(NOON))
      assert.deepEqual(await askedBy(), [true, true, true])
      await said.withdraw(byNobody(NOON))
    }
    assert.deepEqual(await askedBy(), [false, false, false])
  })

  test('that its person has read is told to their pages alone, once', async ({ assert }) => {
    const { forum, bob } = await world()
    const made = await forum.announce({ text: 'Vos clés sont à l’accueil.', lasts: 'end', attendeeId: bob.id }, byNobody(NOON))
    assert.deepEqual(await signalsOf(() => made.read(byNobody(NOON))), [`attendees/${bob.id}`])
    assert.deepEqual(await signalsOf(() => made.read(byNobody(NOON))), [])
  })

  test('has an end at a fair that overruns', async ({ assert }) => {
    const { forum } = await world()
    const late = NOON.plus({ hours: 6 })
    const made = await forum.announce({ text: 'Encore un peu.', lasts: 'end' }, byNobody(late))
    assert.isTrue(made.expiresAt > late)
  })

  test('that is withdrawn is shown no more, and is news no more', async ({ assert }) => {
    const { forum, alice } = await world()
    const made = await forum.announce({ text: 'Une erreur.', lasts: 'hour' }, byNobody(NOON))
    const then = NOON.plus({ minutes: 2 })
    await made.withdraw(byNobody(then))
    await made.withdraw(byNobody(then.plus({ minutes: 1 })))
    assert.lengthOf(await announcementsFor(forum.id, alice.id, then), 0)
    assert.equal((await toldOf(made.about))[0].expires_at.getTime(), then.toMillis())
    const [line] = (await announcementLines(forum.id, { page: 1 }, then)).rows
    assert.equal(line.state, 'withdrawn')
    assert.equal(line.withdrawnAt!.getTime(), then.toMillis())
    const audit = await db.from('audit_events').where({ object_type: 'announcement', object_id: made.id }).orderBy('id')
    assert.deepEqual(
      audit.map(({ action, changes }) => [action, changes]),
      [
        ['fair.announcement.made', { stand: null, attendee: null, lasts: 'hour', told: 2 }],
        ['fair.announcement.withdrawn', {}],
      ]
    )
  })
})
