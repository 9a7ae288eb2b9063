import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import Attendee from '#models/fair/attendee'
import { Agent, person } from '#tests/support/agent'
import { fieldOf, refusalOf, summaryOf, textOf, toastOf } from '#tests/support/html'
import { everyRow } from '#tests/support/rows'
import { Stream } from '#tests/support/stream'
import { aWorld } from '#tests/support/world'
import { pretend } from '#services/settings'
import { aFair, aStand, anAttendee, byNobody } from '#database/factories/fair/fairs'

const MY = '/salon/forum/my'
const NAME = { givenName: 'Inès', familyName: 'Garcia' }

/** The form of a poster's page, as its page draws it. */
async function formAt(phone: Agent, page: string) {
  const { body } = await phone.get(page)
  return { standId: fieldOf(body, 'standId')!.value, token: fieldOf(body, 'token')!.value, _back: page }
}

const guests = () => Attendee.query().where({ given_name: 'Inès', family_name: 'Garcia' })

test.group('Whoever scans a poster', () => {
  test('joins with a name only, and the phone keeps the place', async ({ assert }) => {
    const { initech } = await aWorld()
    const phone = await Agent.visitor()
    const before = await everyRow()
    const form = await formAt(phone, `/salon/forum/stands/${initech.id}`)
    assert.deepEqual(await everyRow(), before)
    const answer = await phone.post('/salon/forum/guests', { ...form, ...NAME })
    assert.equal(answer.location, MY)
    assert.match(answer.headers.getSetCookie().join(), /tremplin_guest=e%3A[^;]+; .*HttpOnly; SameSite=Lax/)
    const { body } = await phone.get(MY)
    assert.equal(toastOf(body), 'Vous êtes dans la file chez Initech.')
    assert.include(textOf(body), 'C’est votre tour chez Initech')
    assert.notInclude(body, form.token)
    const [ines] = await guests()
    assert.isNull(ines.userId)
    const written = await db.from('audit_events').where({ actor_kind: 'attendee', actor_id: ines.id }).select('action')
    assert.includeMembers(
      written.map(({ action }) => action),
      ['fair.attendee.arrived', 'fair.queue_entry.joined']
    )
  })

  test('is not whoever had the phone before, on the page of before', async ({ assert }) => {
    const { initech } = await aWorld()
    const phone = await Agent.visitor()
    const form = await formAt(phone, `/salon/forum/stands/${initech.id}`)
    await phone.post('/salon/forum/guests', { ...form, ...NAME })
    await phone.delete('/salon/forum/guests/current')
    assert.equal((await phone.post('/salon/forum/guests', { ...form, ...NAME, givenName: 'Yanis' })).location, MY)
    assert.include(textOf((await phone.get(MY)).body), 'Yanis')
    assert.lengthOf(await initech.related('entries').query().whereNull('left_at'), 2)
  })

  test('is one person, however often the button is pressed', async ({ assert }) => {
    const { initech } = await aWorld()
    const phone = await Agent.visitor()
    const page = `/salon/forum/stands/${initech.id}`
    const form = { ...(await formAt(phone, page)), ...NAME }
    const cookies = new Map(phone.cookies)
    await phone.post('/salon/forum/guests', form)
    phone.cookies = cookies
    assert.equal((await phone.post('/salon/forum/guests', form)).location, MY)
    assert.lengthOf(await guests(), 1)
    assert.equal((await phone.get(MY)).status, 200)
    await phone.post('/salon/forum/guests', { ...form, token: 'y'.repeat(32) })
    assert.lengthOf(await guests(), 1)
    assert.deepEqual(refusalOf((await phone.get(page)).body), ['Vous êtes déjà dans la file chez Initech.'])
  })

  test('without a name, or with what only a machine fills in, is told so and kept as typed', async ({ assert }) => {
    const { initech } = await aWorld()
    const phone = await Agent.visitor()
    const page = `/salon/forum/stands/${initech.id}`
    const form = await formAt(phone, page)
    const before = await everyRow()
    for (const wrong of [
      { ...NAME, familyName: ' ' },
      { ...NAME, website: 'https://spam.example' },
    ]) {
      assert.equal((await phone.post('/salon/forum/guests', { ...form, ...wrong })).location, page)
      const { body } = await phone.get(page)
      assert.lengthOf(summaryOf(body), 1)
      assert.equal(fieldOf(body, 'givenName')!.value, 'Inès')
    }
    assert.equal((await phone.post('/salon/forum/guests', { ...form, ...NAME, token: '' }, { json: true })).status, 422)
    assert.deepEqual(await everyRow(), before)
  })

  test('with many others behind one address is asked to wait, and not those of another fair', async ({ assert }) => {
    pretend({ 'limits.registrations': 10 })
    const { initech } = await aWorld()
    const other = await aFair()
    const elsewhere = await aStand(other)
    const join = (path: string, standId: number, n: number) =>
      Agent.visitor().then((phone) =>
        phone.post(`${path}/guests`, { standId, ...NAME, token: String(n).padStart(32, 'x') }, { json: true })
      )
    for (let n = 0; n < 10; n++) assert.equal((await join('/salon/forum', initech.id, n)).status, 200)
    const refused = await join('/salon/forum', initech.id, 10)
    assert.equal(refused.status, 429)
    assert.isNotNull(refused.headers.get('retry-after'))
    assert.equal((await join(other.path, elsewhere.id, 11)).status, 200)
  })

  test('of a stand that is paused, full or closed reads why, and has not arrived', async ({ assert }) => {
    const { forum, initech } = await aWorld()
    const phone = await Agent.visitor()
    const page = `/salon/forum/stands/${initech.id}`
    const form = { ...(await formAt(phone, page)), ...NAME }
    const told: Record<string, () => Promise<unknown>> = {
      'Initech est actuellement en pause. Essayez plus tard, ou choisissez un autre stand.': () => initech.pause(byNobody()),
      'La file chez Initech est complète (1 personne au plus). Essayez plus tard.': async () => {
        await initech.resume(byNobody())
        await initech.merge({ queueLimit: 1 }).save()
        await initech.join(await anAttendee(forum), byNobody())
      },
      'Forum de l’emploi n’est pas ouvert. Revenez à son ouverture.': () => forum.close(byNobody()),
    }
    for (const [sentence, happens] of Object.entries(told)) {
      await happens()
      await phone.post('/salon/forum/guests', form)
      assert.deepEqual(refusalOf((await phone.get(page)).body), [sentence])
      assert.equal((await phone.post('/salon/forum/guests', form, { json: true })).status, 409)
      assert.isEmpty(await guests())
    }
    assert.match((await phone.get(page)).body, /data-door="closed"/)
  })
})

test.group('A phone that keeps a place without account', (group) => {
  Stream.forGroup(group)

  test('does what an account does, and sees nobody else’s', async ({ assert }) => {
    const { acme, globex, guest, entry } = await aWorld()
    const phone = await Agent.asGuest(guest.attendee)
    assert.include(textOf((await phone.get(MY)).body), 'Il y a encore 1 personne avant vous')
    await phone.post(`${MY}/entries`, { standId: globex.id })
    await phone.post(`${MY}/interviews`, { standId: globex.id })
    assert.equal((await guest.attendee.outlook()).presence.interview?.standId, globex.id)
    assert.equal((await phone.delete(`${MY}/entries/${entry.id}`)).status, 404)
    const own = await guest.attendee.related('entries').query().where('stand_id', acme.id).firstOrFail()
    await phone.delete(`${MY}/entries/${own.id}`)
    assert.isNotNull((await own.refresh()).leftAt)
    const line = await db.from('audit_events').where('action', 'fair.interview.started').orderBy('id', 'desc').firstOrFail()
    assert.containsSubset(line, { actor_kind: 'attendee', actor_id: guest.attendee.id })
  })

  test('that was forged, or keeps a place of another fair, is nobody here', async ({ assert }) => {
    const { forum } = await aWorld()
    const other = await aFair()
    const elsewhere = await Agent.asGuest(await anAttendee(other))
    const forged = await Agent.visitor()
    forged.cookies.set('tremplin_guest', encodeURIComponent(`e:${Buffer.from('{"message":["x"]}').toString('base64url')}`))
    for (const phone of [elsewhere, forged]) {
      assert.match((await phone.get(MY)).location!, /^\/compte\/sign-ins\/create/)
      assert.equal((await phone.post(`${MY}/pause`, {}, { json: true })).status, 401)
    }
    assert.equal((await elsewhere.get(`${other.path}/my`)).status, 200)
    assert.isNull(await forum.attendeeOf(null))
  })

  test('opens by its address even where a lost key hides it, and is forgotten at an archived fair too', async ({ assert }) => {
    const { forum, guest } = await aWorld()
    await db.from('secret_links').where('attendee_id', guest.attendee.id).update({ token_encrypted: 'made with a key that is lost' })
    const phone = await Agent.visitor()
    assert.equal((await phone.post(`/salon/forum/guests/${guest.token}`)).location, MY)
    assert.equal((await phone.get(MY)).status, 200)
    await forum.close(byNobody())
    await forum.archive(byNobody())
    assert.equal((await phone.delete('/salon/forum/guests/current')).location, '/salon/forum')
    assert.equal((await phone.get(MY)).status, 303)
  })

  test('keeps a place at two fairs, and forgets one of them', async ({ assert }) => {
    const { guest, initech } = await aWorld()
    const other = await aFair()
    const stand = await aStand(other)
    const phone = await Agent.asGuest(guest.attendee)
    await phone.post(`${other.path}/guests`, { ...(await formAt(phone, `${other.path}/stands/${stand.id}`)), ...NAME })
    for (const path of [MY, `${other.path}/my`]) assert.equal((await phone.get(path)).status, 200, path)
    assert.equal((await phone.delete('/salon/forum/guests/current')).location, '/salon/forum')
    assert.equal((await phone.get(MY)).status, 303)
    assert.equal((await phone.get(`${other.path}/my`)).status, 200)
    assert.isNotEmpty(fieldOf((await phone.get(`/salon/forum/stands/${initech.id}`)).body, 'token')!.value)
  })

  test('is nobody once its link is revoked, and its streams end', async ({ assert }) => {
    const { guest } = await aWorld()
    const phone = await Agent.asGuest(guest.attendee)
    const stream = await Stream.open(phone, [`attendees/${guest.attendee.id}`])
    assert.equal(stream.status, 200)
    await guest.attendee.revokeGuestLink(byNobody())
    const region = await phone.get(`${MY}/region`, { headers: { 'HX-Request': 'true' } })
    assert.deepEqual([region.status, region.headers.get('hx-refresh')], [401, 'true'])
    const heard = await db.from('audit_events').where('action', 'accounts.secret_link.revoked').orderBy('id', 'desc').firstOrFail()
    assert.deepEqual(heard.changes, { attendeeId: guest.attendee.id })
  })

  test('is nobody a day after the fair, whose new end it follows', async ({ assert }) => {
    const { forum, guest } = await aWorld()
    const phone = await Agent.asGuest(guest.attendee)
    const { name, place } = forum
    const ended = DateTime.now().minus({ hours: 25 })
    await forum.reschedule({ name, place, startsAt: ended.minus({ hours: 8 }), endsAt: ended }, byNobody())
    assert.equal((await phone.get(MY)).status, 303)
  })
})

test.group('The link of an attendee without account', () => {
  test('shows a button, and only the button lets the phone in', async ({ assert }) => {
    const { guest } = await aWorld()
    const { path, token } = await guest.attendee.guestLink(byNobody())
    assert.equal(token, guest.token)
    const phone = await Agent.visitor()
    const before = await everyRow()
    const page = await phone.get(path)
    assert.include(textOf(page.body), 'Bonjour Zoé')
    assert.equal(page.headers.get('referrer-policy'), 'no-referrer')
    assert.deepEqual(await everyRow(), before)
    assert.equal((await phone.get(MY)).status, 303)
    assert.equal((await phone.post(path)).location, MY)
    const mine = await phone.get(MY)
    assert.equal(mine.status, 200)
    assert.notInclude(mine.body, token)
  })

  test('that is not, no longer, or of another fair opens nothing', async ({ assert }) => {
    const { guest, token } = await aWorld()
    const other = await aFair()
    const phone = await Agent.visitor()
    for (const path of [`/salon/forum/guests/${token}`, '/salon/forum/guests/x', `${other.path}/guests/${guest.token}`]) {
      const { status, body } = await phone.get(path)
      assert.equal(status, 404)
      assert.include(textOf(body), 'Ce lien n’est plus valide. Demandez-en un nouveau à l’accueil du salon.')
    }
    await guest.attendee.revokeGuestLink(byNobody())
    assert.equal((await phone.post(`/salon/forum/guests/${guest.token}`, {}, { json: true })).status, 404)
    assert.notEqual((await guest.attendee.guestLink(byNobody())).token, guest.token)
  })
})

test.group('Claiming a place that was taken without account', () => {
  async function chloeWith(attendee: Attendee) {
    const chloe = await Agent.as('chloe')
    for (const [name, value] of (await Agent.asGuest(attendee)).cookies) if (name === 'tremplin_guest') chloe.cookies.set(name, value)
    return chloe
  }

  test('is Chloé’s own act: signed in beside it, she is offered it and nothing is done', async ({ assert }) => {
    const { guest } = await aWorld()
    const chloe = await chloeWith(guest.attendee)
    const before = await everyRow()
    assert.include(textOf((await chloe.get(MY)).body), 'Rattacher à mon compte')
    assert.deepEqual(await everyRow(), before)
    assert.equal((await chloe.post(`${MY}/claim`)).location, MY)
    const { body } = await chloe.get(MY)
    assert.equal(toastOf(body), 'Vos places à « Forum de l’emploi » sont maintenant dans votre compte.')
    assert.notInclude(textOf(body), 'Rattacher')
    assert.equal((await guest.attendee.refresh()).userId, (await person('chloe')).id)
    assert.equal((await (await Agent.asGuest()).get(MY)).status, 303)
    assert.equal((await db.from('secret_links').where('attendee_id', guest.attendee.id).whereNull('revoked_at')).length, 0)
  })

  test('is refused to whoever attends already, who reads what to do', async ({ assert }) => {
    const { guest, forum } = await aWorld()
    await forum.attend(await person('chloe'), byNobody())
    const chloe = await chloeWith(guest.attendee)
    assert.include(textOf((await chloe.get(MY)).body), 'Ce téléphone garde aussi les places de Zoé Martin')
    const before = await everyRow()
    await chloe.post(`${MY}/claim`, { _back: MY })
    assert.match(refusalOf((await chloe.get(MY)).body)[0], /^Votre compte participe déjà à ce salon/)
    assert.equal((await chloe.post(`${MY}/claim`, {}, { json: true })).status, 409)
    assert.deepEqual(await everyRow(), before)
  })
})
