import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { announcementsFor } from '#models/fair/announcement_board'
import { Agent, person } from '#tests/support/agent'
import { textOf } from '#tests/support/html'
import { aWorld } from '#tests/support/world'
import { byNobody } from '#database/factories/fair/fairs'

const MY = '/salon/forum/my'
const SENTENCE = 'Acme a quitté le salon : vous n’êtes plus dans sa file.'

test.group('A stand that goes while people wait', () => {
  test('is said on the page of each, with an account or without, until they have read it', async ({ assert }) => {
    const { acme, bob, guest, alice } = await aWorld()
    const phones = [await Agent.as('bob'), await Agent.asGuest(guest.attendee)]
    const odile = await Agent.as('odile')
    await odile.delete(`/salon/forum/stands/${acme.id}`)
    const said: { id: number; attendee_id: number }[] = await db.from('announcements').where('kind', 'stand_removed')
    assert.lengthOf(said, 3)
    for (const [place, phone] of phones.entries()) {
      for (const page of [MY, MY, `${MY}/region`]) assert.include(textOf((await phone.get(page)).body), SENTENCE)
      const mine = said.find(({ attendee_id }) => attendee_id === [bob, guest.attendee][place].id)!
      const other = said.find(({ id }) => id !== mine.id)!
      assert.equal((await phone.post(`${MY}/announcements/${other.id}/reading`)).status, 404)
      for (let n = 0; n < 2; n++) assert.equal((await phone.post(`${MY}/announcements/${mine.id}/reading`)).location, MY)
      assert.notInclude(textOf((await phone.get(MY)).body), SENTENCE)
    }
    assert.notInclude(textOf((await (await Agent.as('alice')).get(MY)).body), SENTENCE)
    assert.equal((await alice.outlook()).calls.length, 1)
    await odile.get('/salon/forum/stands')
    assert.notInclude(textOf((await odile.get('/salon/forum/announcements')).body), 'Acme')
  })

  test('is said in the language of its reader', async ({ assert }) => {
    const { acme, forum } = await aWorld()
    await (await person('bob')).merge({ locale: 'en' }).save()
    await forum.removeStand(acme, byNobody())
    assert.include(
      textOf((await (await Agent.as('bob')).get(`${MY}/region`)).body),
      'Acme has left the fair: you are no longer in its queue.'
    )
  })

  test('is not said any more when the fair is long over', async ({ assert }) => {
    const { acme, forum, bob } = await aWorld()
    await forum.removeStand(acme, byNobody())
    const now = DateTime.now()
    const shownAt = async (at: DateTime) => (await announcementsFor(forum.id, bob.id, at)).map(({ text }) => text)
    assert.deepEqual(await shownAt(now), ['Acme'])
    assert.deepEqual(await shownAt(DateTime.max(forum.endsAt, now).plus({ days: 1 })), [])
  })
})
