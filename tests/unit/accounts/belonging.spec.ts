import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { aUser, anOrganisation, byUser } from '#database/factories/accounts/organisations'
import { byNobody } from '#database/factories/fair/fairs'
import Organisation from '#models/accounts/organisation'
import Notification from '#models/messaging/notification'
import { assertRefused } from '#tests/support/fair'

/** A founder, and somebody who asks to join. */
async function two() {
  const [founder, asking] = [await aUser('Rose'), await aUser('Jules')]
  const organisation = await anOrganisation({ founder })
  return { founder, asking, organisation, asked: await organisation.askToJoin(asking, { department: 'Achats' }, byUser(asking)) }
}

async function kindsTold(userId: number) {
  return (await Notification.query().where('user_id', userId).orderBy('id')).map(({ kind }) => kind)
}

test.group('Somebody who founds an organisation', () => {
  test('owns it, and is a recruiter', async ({ assert }) => {
    const founder = await aUser()
    const organisation = await anOrganisation({ founder })
    const place = await organisation.related('memberships').query().firstOrFail()
    assert.deepEqual([place.userId, place.isOwner, place.department], [founder.id, true, 'Direction'])
    assert.isTrue(await founder.worksFor(organisation))
    assert.lengthOf(await db.from('roles').where({ user_id: founder.id, role: 'recruiter' }), 1)
  })

  test('twice founds it once', async ({ assert }) => {
    const founder = await aUser()
    const one = await anOrganisation({ founder, name: 'École du Rhône' })
    const again = await anOrganisation({ founder, name: 'ecole du rhone' })
    assert.equal(again.id, one.id)
  })
})

test.group('Somebody who asks to join', () => {
  test('has no right until an owner accepts', async ({ assert }) => {
    const { founder, asking, organisation, asked } = await two()
    assert.isFalse(asked.isAccepted)
    assert.isFalse(await asking.worksFor(organisation))
    assert.deepEqual(await kindsTold(founder.id), ['accounts.membership_asked'])
    await asked.accept(byUser(founder))
    await asked.accept(byUser(founder))
    assert.isTrue(await asking.worksFor(organisation))
    assert.deepEqual(await kindsTold(asking.id), ['accounts.membership_decided'])
    await assertRefused(assert, () => asked.refuse('Non.', byUser(founder)), 'organisations.refusals.request_over')
  })

  test('twice asks once, and after a refusal may ask again', async ({ assert }) => {
    const { founder, asking, organisation, asked } = await two()
    assert.equal((await organisation.askToJoin(asking, {}, byUser(asking))).id, asked.id)
    await asked.refuse('Nous ne vous connaissons pas.', byUser(founder))
    const told = await Notification.findByOrFail('user_id', asking.id)
    assert.equal(told.params.reason, 'Nous ne vous connaissons pas.')
    assert.notEqual((await organisation.askToJoin(asking, {}, byUser(asking))).id, asked.id)
  })

  test('is told when the organisation is stopped', async ({ assert }) => {
    const organisation = await anOrganisation()
    await organisation.refuse('Inconnu.', byNobody())
    const asking = await aUser()
    await assertRefused(assert, () => organisation.askToJoin(asking, {}, byUser(asking)), 'organisations.refusals.stopped')
  })
})

test.group('An organisation', () => {
  test('never remains without an owner', async ({ assert }) => {
    const { founder, organisation, asked } = await two()
    const first = await organisation.related('memberships').query().where('user_id', founder.id).firstOrFail()
    await assertRefused(assert, () => asked.makeOwner(byUser(founder)), 'organisations.refusals.not_member')
    await asked.accept(byUser(founder))
    await assertRefused(assert, () => first.end(byUser(founder)), 'organisations.refusals.last_owner')
    await assertRefused(assert, () => first.makeMember(byUser(founder)), 'organisations.refusals.last_owner')
    await asked.makeOwner(byUser(founder))
    await first.end(byUser(founder))
    assert.isFalse(await founder.worksFor(organisation))
    assert.deepEqual(await kindsTold(founder.id), ['accounts.membership_asked'], 'nobody is told what they did')
  })

  test('is found by its name, whatever the accents, while it is not stopped, and shows nothing else', async ({ assert }) => {
    const school = await anOrganisation({ name: 'Zébrures & Fils', city: 'Lyon', description: 'Privé' })
    const stopped = await anOrganisation({ name: 'Zebrures du Sud' })
    assert.lengthOf(await Organisation.named('zebrures'), 2)
    await stopped.refuse('Inconnu.', byNobody())
    assert.deepEqual(await Organisation.named('ZEBRURES &'), [{ id: school.id, name: 'Zébrures & Fils', city: 'Lyon' }])
    assert.deepEqual(await Organisation.named('z'), [], 'one letter names everybody')
    assert.deepEqual(await Organisation.named('%%'), [])
  })
})
