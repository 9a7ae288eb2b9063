import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { aFair, aStand, byNobody, inLine } from '#database/factories/fair/fairs'
import { Refusal } from '#exceptions/refusal'
import type Attendee from '#models/fair/attendee'
import type Fair from '#models/fair/fair'
import type Stand from '#models/fair/stand'
import { prepareAuditMonths } from '#services/installation'
import { Agent, person } from '#tests/support/agent'
import { interviewOf, statusOf } from '#tests/support/fair'
import { violations } from '#tests/support/invariants'

const refused = (error: unknown) => {
  if (!(error instanceof Refusal)) throw error
}

test.group('One after the other, though they began together', () => {
  test('an override that waited for a start carries an older instant, and holds', async ({ assert }) => {
    const fair = await aFair()
    const stand = await aStand(fair)
    const [alice] = await inLine(fair, stand, ['Alice'])
    const before = DateTime.utc().minus({ seconds: 2 })
    const trx = await db.transaction()
    await stand.startInterview(alice, { ...byNobody(), trx })
    const overriding = alice.override({ status: 'paused' }, byNobody(before))
    await trx.commit()
    await overriding
    assert.equal(await statusOf(alice), 'paused')
    assert.deepEqual(await violations(fair.id), [])
  })

  test('three clicks on "Remplacer le lien" are three links, of which one works', async ({ assert }) => {
    const fair = await aFair()
    const stand = await aStand(fair)
    const adrien = await Agent.as('adrien')
    const answers = await Promise.all([1, 2, 3].map(() => adrien.post(`/salon/${fair.slug}/stands/${stand.id}/link`)))
    assert.deepEqual(
      answers.map(({ status }) => status),
      [303, 303, 303]
    )
    assert.lengthOf(await db.from('secret_links').where('stand_id', stand.id).whereNull('revoked_at'), 1)
  })

  test('a link and a new end of the fair agree, whichever comes first', async ({ assert }) => {
    const fair = await aFair()
    const stand = await aStand(fair)
    const { name, place, startsAt } = fair
    const endsAt = fair.endsAt.plus({ days: 3 })
    await Promise.all([
      (await fair.refresh()).reschedule({ name, place, startsAt, endsAt }, byNobody()),
      stand.regenerateLink(fair, byNobody()),
      stand.regenerateLink(fair, byNobody()),
    ])
    const { expires_at } = await db.from('secret_links').where('stand_id', stand.id).whereNull('revoked_at').firstOrFail()
    assert.isAbove(expires_at.getTime(), endsAt.toMillis())
  })

  test('"Annuler" and the next person’s start: one of them is inside', async ({ assert }) => {
    for (let round = 0; round < 5; round++) {
      const fair = await aFair()
      const stand = await aStand(fair)
      const [alice, bob] = await inLine(fair, stand, ['Alice', 'Bob'])
      await stand.startInterview(alice, byNobody())
      const interview = await interviewOf(alice)
      await stand.markPassed(interview, byNobody())
      await Promise.all([stand.undoPassed(interview, byNobody()).catch(refused), stand.startInterview(bob, byNobody()).catch(refused)])
      assert.deepEqual(await violations(fair.id), [])
      assert.lengthOf(await db.from('interviews').where('stand_id', stand.id).whereNull('ended_at'), 1)
    }
  })

  test('five arrivals of one person are one line of the audit', async ({ assert }) => {
    const fair = await aFair()
    const alice = await person('alice')
    await Promise.all([1, 2, 3, 4, 5].map(() => fair.attend(alice, byNobody())))
    assert.lengthOf(await db.from('audit_events').where({ fair_id: fair.id, action: 'fair.attendee.arrived' }), 1)
  })
})

test.group('A stand that is being removed', () => {
  const everything: [string, (stand: Stand, fair: Fair) => Promise<unknown>][] = [
    ['configured', (stand) => stand.configure({ name: 'Acme', slots: 2, queueLimit: null }, byNobody())],
    ['paused', (stand) => stand.pause(byNobody())],
    ['given a link', (stand, fair) => stand.regenerateLink(fair, byNobody())],
    ['spoken to', (stand, fair) => fair.announce({ text: 'Bonjour', lasts: 'end', standId: stand.id }, byNobody())],
  ]
  for (const [what, verb] of everything)
    test(`is not ${what}: there is none any more`, async ({ assert }) => {
      const fair = await aFair()
      const stand = await aStand(fair)
      const trx = await db.transaction()
      await fair.removeStand(stand, { ...byNobody(), trx })
      const late = assert.rejects(() => verb(stand, fair), 'Row not found')
      while ((await db.from('pg_locks').where('granted', false)).length === 0);
      await trx.commit()
      await late
    })
})

test.group('Everybody freed while somebody', () => {
  for (const [what, verb] of [
    ['is given a link', (one: Attendee) => one.guestLink(byNobody())],
    ['is described', (one: Attendee) => one.describe({ givenName: 'Zoé', familyName: 'Petit' }, byNobody())],
  ] as const)
    test(`${what}: one after the other`, async ({ assert }) => {
      const fair = await aFair()
      const stand = await aStand(fair)
      const people = await inLine(fair, stand, ['Alice', 'Bob', 'Chloé', 'David'])
      for (let round = 0; round < 6; round++)
        await Promise.all([...people.map((one) => verb(one)), fair.freeEveryone(byNobody()), ...people.map((one) => verb(one))])
      assert.deepEqual(await violations(fair.id), [])
    })
})

test.group('A clock that was wrong', () => {
  test('what the audit kept for a month without a place moves into it, and stays as it is', async ({ assert }) => {
    const later = DateTime.utc().plus({ months: 7 })
    const fair = await aFair()
    await fair.close(byNobody(later))
    const lines = () => db.from('audit_events').where('fair_id', fair.id).orderBy('id')
    const before = await lines()
    await prepareAuditMonths(later)
    await prepareAuditMonths(later)
    assert.deepEqual(await lines(), before)
    assert.isEmpty(await db.connection('owner').from('audit_events_default').where('fair_id', fair.id))
    await assert.rejects(() => db.from('audit_events').where('fair_id', fair.id).delete(), /permission denied/)
  })
})
