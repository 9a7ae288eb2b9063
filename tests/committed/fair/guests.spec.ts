import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { aFair, aStand, anAttendee, byNobody } from '#database/factories/fair/fairs'
import { Refusal } from '#exceptions/refusal'
import Attendee from '#models/fair/attendee'
import { streams } from '#services/live_streams'
import { Agent, person } from '#tests/support/agent'
import { Stream } from '#tests/support/stream'

test.group('An attendee without account, at once', (group) => {
  Stream.forGroup(group)

  test('claimed by two accounts is one’s, and the other reads why not', async ({ assert }) => {
    for (let round = 0; round < 5; round++) {
      const fair = await aFair()
      const guest = await anAttendee(fair)
      await guest.guestLink(byNobody())
      const users = await Promise.all([person('alice'), person('chloe')])
      const said = await Promise.all(
        users.map((user) =>
          guest.claim(user, byNobody()).then(
            () => 'claimed',
            (error: Refusal) => error.sentence
          )
        )
      )
      assert.sameMembers(said, ['claimed', 'fair.refusals.claim_taken'])
    }
  })

  test('claimed by an account that arrives by another door meanwhile is refused, and nothing is half done', async ({ assert }) => {
    for (let round = 0; round < 5; round++) {
      const fair = await aFair()
      const guest = await anAttendee(fair)
      const alice = await person('alice')
      const [claimed] = await Promise.allSettled([guest.claim(alice, byNobody()), fair.attend(alice, byNobody())])
      const own = await Attendee.query().where({ fair_id: fair.id, user_id: alice.id })
      assert.lengthOf(own, 1)
      assert.equal(claimed.status === 'fulfilled', own[0].id === guest.id)
      if (claimed.status === 'rejected') assert.equal(claimed.reason.sentence, 'fair.refusals.claim_twice')
    }
  })

  test('whose form is sent three times is one person in one place', async ({ assert }) => {
    const fair = await aFair()
    const stand = await aStand(fair)
    const values = { givenName: 'Inès', familyName: 'Garcia', token: `${fair.slug}`.replaceAll('-', '').slice(-32).padEnd(32, 'x') }
    await Promise.all([1, 2, 3].map(() => fair.welcome(stand, values, null, byNobody())))
    assert.lengthOf(await fair.related('attendees').query(), 1)
    assert.lengthOf(await stand.related('entries').query(), 1)
  })

  test('given a link at two desks has one', async ({ assert }) => {
    const guest = await anAttendee(await aFair())
    const links = await Promise.all([1, 2].map(() => guest.guestLink(byNobody())))
    assert.equal(links[0].token, links[1].token)
    assert.lengthOf(await db.from('secret_links').where('attendee_id', guest.id), 1)
  })

  test('told something in the instant in which its stream ends is not told, and the server goes on', async ({ assert }) => {
    const guest = await anAttendee(await aFair())
    const { link } = await guest.guestLink(byNobody())
    const phone = await Stream.open(await Agent.asGuest(guest), [`attendees/${guest.id}`])
    const broken: unknown[] = []
    const note = (error: unknown) => void broken.push(error)
    process.on('uncaughtException', note)
    streams.end({ link: link.id })
    streams.broadcast(`attendees/${guest.id}`)
    await phone.until(({ ended }) => ended)
    process.off('uncaughtException', note)
    assert.deepEqual(broken, [])
    assert.deepEqual(phone.heard, ['refresh'])
  })

  test('loses the streams of every phone with the link', async ({ assert }) => {
    const guest = await anAttendee(await aFair())
    const phones = await Promise.all([1, 2].map(async () => Stream.open(await Agent.asGuest(guest), [`attendees/${guest.id}`])))
    await guest.revokeGuestLink(byNobody())
    await Promise.all(phones.map((phone) => phone.until(({ ended }) => ended)))
    assert.equal((await Stream.open(await Agent.asGuest(), [`attendees/${guest.id}`])).status, 403)
  })
})
