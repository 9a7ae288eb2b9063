import { test } from '@japa/runner'
import hash from '@adonisjs/core/services/hash'
import { Agent } from '#tests/support/agent'
import { fieldOf, textOf, toastOf } from '#tests/support/html'
import { INES, PASSWORD, ines, signUp } from '#tests/support/sign_ups'
import { aWorld } from '#tests/support/world'
import { byNobody } from '#database/factories/fair/fairs'

const MY = '/salon/forum/my'

test.group('Whoever makes an account on the phone that keeps their place', (group) => {
  const PAGE = `/compte/candidates/create?next=${encodeURIComponent(MY)}`
  const enter = (phone: Agent, email = INES.email) => phone.post('/compte/sign-ins', { email, password: PASSWORD, next: MY })
  const zoe = { givenName: 'Zoé', familyName: 'Martin', next: MY }

  group.each.setup(() => {
    hash.fake()
    return () => hash.restore()
  })

  test('is not asked again who they are, and finds the place in the account', async ({ assert }) => {
    const { guest } = await aWorld()
    await guest.attendee.merge({ email: 'zoe@example.org', phone: '+33612345678' }).save()
    const phone = await Agent.asGuest(guest.attendee)
    const { body } = await phone.get(PAGE)
    assert.deepEqual(
      ['givenName', 'familyName', 'email', 'phone'].map((name) => fieldOf(body, name)!.value),
      ['Zoé', 'Martin', 'zoe@example.org', '+33612345678']
    )
    assert.include(textOf(body), 'Rattacher à ce compte les places de Zoé Martin (Forum de l’emploi)')
    await signUp('candidates', { ...zoe, claim: 'on' }, phone)
    assert.isNull((await guest.attendee.refresh()).userId)
    assert.equal((await phone.get(MY)).status, 200)
    assert.equal((await enter(phone)).location, MY)
    const mine = (await phone.get(MY)).body
    assert.equal(toastOf(mine), 'Vos places à « Forum de l’emploi » sont maintenant dans votre compte.')
    assert.include(textOf(mine), 'Acme')
    assert.equal((await guest.attendee.refresh()).userId, (await ines()).id)
    assert.lengthOf(await guest.attendee.related('entries').query().whereNull('left_at'), 1)
  })

  test('keeps it apart when they say so, or when somebody else signs in', async ({ assert }) => {
    const { guest } = await aWorld()
    const phone = await Agent.asGuest(guest.attendee)
    await signUp('candidates', zoe, phone)
    await enter(phone)
    assert.include(textOf((await phone.get(MY)).body), 'Rattacher à mon compte')
    const lent = await Agent.asGuest(guest.attendee)
    await signUp('candidates', { ...zoe, email: 'zoe@example.org', claim: 'on' }, lent)
    await enter(lent)
    await lent.delete('/compte/sign-ins/current')
    await enter(lent, 'zoe@example.org')
    assert.isNull((await guest.attendee.refresh()).userId)
  })

  test('reads why, when their account came by another door meanwhile', async ({ assert }) => {
    const { guest, forum } = await aWorld()
    const phone = await Agent.asGuest(guest.attendee)
    await signUp('candidates', { ...zoe, claim: 'on' }, phone)
    await forum.attend(await ines(), byNobody())
    await enter(phone)
    assert.match(toastOf((await phone.get(MY)).body)!, /^Votre compte participe déjà à ce salon/)
    assert.isNull((await guest.attendee.refresh()).userId)
  })
})
