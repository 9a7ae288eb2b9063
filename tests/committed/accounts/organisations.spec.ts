import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { aUser, anOrganisation, byUser } from '#database/factories/accounts/organisations'
import { byNobody } from '#database/factories/fair/fairs'
import { Refusal } from '#exceptions/refusal'
import Organisation from '#models/accounts/organisation'
import Provider from '#models/accounts/provider'
import { Agent, person } from '#tests/support/agent'

/** How each ended: `done`, or the sentence with which it was refused. */
async function together(...work: Promise<unknown>[]) {
  const ended = await Promise.all(work.map((one) => one.then(() => 'done', sentenceOf)))
  return ended.sort()
}

function sentenceOf(error: unknown) {
  if (error instanceof Refusal) return error.sentence.replace('organisations.refusals.', '')
  throw error
}

function countOf(table: string, where: Record<string, unknown>) {
  return db
    .from(table)
    .where(where)
    .count('* as n')
    .first()
    .then(({ n }) => n)
}

test.group('Two who decide at the same moment', (group) => {
  group.each.teardown(async () => {
    await db.from('users').whereIn('given_name', ['Ines', 'Jules', 'Rose']).delete()
    await db.from('organisations').whereLike('name', 'Organisme %').delete()
    await db.from('notifications').whereLike('kind', 'accounts.verification%').delete()
  })

  test('one of them wins, and the other is told', async ({ assert }) => {
    const [maud, adrien] = [await person('maud'), await person('adrien')]
    for (let round = 0; round < 5; round++) {
      const { id } = await anOrganisation()
      const [one, two] = [await Organisation.findOrFail(id), await Organisation.findOrFail(id)]
      const ended = await together(one.verify(byUser(maud)), two.refuse('Inconnu.', byUser(adrien)))
      assert.sameMembers(ended, ['done', 'decided'])
      assert.equal(await countOf('steps', { organisation_id: id }), 2)
      const { status } = await Organisation.findOrFail(id)
      const last = await db.from('steps').where('organisation_id', id).orderBy('id', 'desc').firstOrFail()
      assert.equal(status, last.status)
    }
  })

  test('on their pages: one sheet says it is verified, the other says that somebody else did it', async ({ assert }) => {
    const { id, adminPath } = await anOrganisation()
    const [maud, adrien] = [await Agent.as('maud'), await Agent.as('adrien')]
    const answers = await Promise.all([
      maud.post(`${adminPath}/verification`, {}, { json: true }),
      adrien.post(`${adminPath}/verification`, {}, { json: true }),
    ])
    assert.sameMembers(
      answers.map(({ status }) => status),
      [200, 409]
    )
    assert.include(answers.find(({ status }) => status === 409)!.body, 'Quelqu’un d’autre vient de vérifier')
    assert.equal(await countOf('steps', { organisation_id: id }), 2)
  })

  test('two owners who leave: one stays', async ({ assert }) => {
    for (let round = 0; round < 5; round++) {
      const organisation = await anOrganisation()
      const first = await organisation.related('memberships').query().firstOrFail()
      const second = await organisation.askToJoin(await aUser('Jules'), {}, byNobody())
      await second.accept(byNobody())
      await second.makeOwner(byNobody())
      assert.sameMembers(await together(first.end(byNobody()), second.end(byNobody())), ['done', 'last_owner'])
      assert.equal(await countOf('memberships', { organisation_id: organisation.id, role: 'owner', left_at: null }), 1)
    }
  })

  test('one person asks four times, and is accepted and refused at once: one place, one answer', async ({ assert }) => {
    const organisation = await anOrganisation()
    const jules = await aUser('Jules')
    const asked = await Promise.all([1, 2, 3, 4].map(() => organisation.askToJoin(jules, {}, byUser(jules))))
    assert.lengthOf([...new Set(asked.map(({ id }) => id))], 1)
    const ended = await together(asked[0].accept(byNobody()), asked[1].refuse('Non.', byNobody()))
    assert.sameMembers(ended, ['done', 'request_over'])
  })

  test('one person founds an organisation and registers as a provider four times: once each', async ({ assert }) => {
    const rose = await aUser('Rose')
    const name = `Organisme ${rose.id}`
    await Promise.all([1, 2, 3, 4].map(() => Organisation.found({ name }, rose, {}, byUser(rose))))
    await Promise.all([1, 2, 3, 4].map(() => Provider.register(rose, { speciality: 'Yoga' }, byUser(rose))))
    assert.equal(await countOf('organisations', { name }), 1)
    assert.equal(await countOf('providers', { user_id: rose.id }), 1)
  })

  test('two organisations that prove one number: one has it', async ({ assert }) => {
    const number = { registrationNumber: '44306184100047' }
    const pair = [await anOrganisation(number), await anOrganisation(number)]
    assert.sameMembers(await together(...pair.map((one) => one.verify(byNobody()))), ['done', 'number_verified'])
    assert.equal(await countOf('organisations', { registration_number: number.registrationNumber, status: 'verified' }), 1)
  })

  test('a suspension waits for what is being submitted, and nothing is submitted behind it', async ({ assert }) => {
    const organisation = await anOrganisation()
    await organisation.verify(byNobody())
    const trx = await db.transaction()
    await organisation.holdVerified(trx)
    const order: string[] = []
    const suspending = organisation.suspend('Plaintes.', byNobody()).then(() => order.push('suspended'))
    await db.rawQuery('select pg_sleep(0.05)')
    order.push('submitted')
    await trx.commit()
    await suspending
    assert.deepEqual(order, ['submitted', 'suspended'])
    assert.deepEqual(await together(db.transaction((late) => organisation.holdVerified(late))), ['not_verified'])
  })
})
