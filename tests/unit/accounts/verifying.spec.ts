import { test } from '@japa/runner'
import fc from 'fast-check'
import db from '@adonisjs/lucid/services/db'
import { aProvider, aUser, anOrganisation, byUser } from '#database/factories/accounts/organisations'
import { byNobody } from '#database/factories/fair/fairs'
import { Refusal } from '#exceptions/refusal'
import Notification from '#models/messaging/notification'
import type Organisation from '#models/accounts/organisation'
import type Provider from '#models/accounts/provider'
import Step from '#models/accounts/step'
import type { Status } from '#models/accounts/verifying'
import { person } from '#tests/support/agent'
import { assertRefused } from '#tests/support/fair'

type Verb = 'verify' | 'refuse' | 'suspend' | 'reinstate' | 'reconsider' | 'resubmit'

/** Where each verb leads, and from where. */
const MOVES: Record<Verb, [from: Status[], to: Status]> = {
  verify: [['pending'], 'verified'],
  refuse: [['pending'], 'refused'],
  suspend: [['verified'], 'suspended'],
  reinstate: [['suspended'], 'verified'],
  reconsider: [['refused'], 'pending'],
  resubmit: [['refused'], 'pending'],
}

function play(subject: Organisation | Provider, verb: Verb, act = byNobody()) {
  return verb === 'refuse' || verb === 'suspend' || verb === 'resubmit' ? subject[verb]('Voilà pourquoi.', act) : subject[verb](act)
}

async function newsOf(userId: number) {
  const rows = await Notification.query().where('user_id', userId).orderBy('id')
  return rows.map(({ kind, expiresAt }) => (expiresAt ? `(${kind})` : kind))
}

test.group('What is verified', () => {
  test('is what its last step says, whatever is played, by whomever ({$self})')
    .with(['organisation', 'provider'] as const)
    .run(async ({ assert }, kind) => {
      const people = [await aUser(), await aUser()]
      const verb = fc.constantFrom(...(Object.keys(MOVES) as Verb[]))
      await fc.assert(
        fc.asyncProperty(fc.array(fc.tuple(verb, fc.nat(1)), { minLength: 3, maxLength: 12 }), async (moves) => {
          const subject = kind === 'organisation' ? await anOrganisation() : await aProvider()
          const steps: { status: Status; by: string }[] = [{ status: 'pending', by: 'system' }]
          for (const [verb, who] of moves) {
            const [from, to] = MOVES[verb]
            const last = steps.at(-1)!
            const by = `user:${people[who].id}`
            const done = await play(subject, verb, byUser(people[who])).then(() => true, ignoreRefusal)
            assert.equal(done, from.includes(last.status) || (last.status === to && last.by === by), verb)
            if (from.includes(last.status)) steps.push({ status: to, by })
          }
          const rows = await Step.query().where(`${kind}_id`, subject.id).orderBy('id')
          assert.deepEqual(
            rows.map(({ status, takenBy }) => ({ status, by: takenBy })),
            steps
          )
          assert.equal(subject.status, steps.at(-1)!.status)
          await subject.refresh()
          assert.equal(subject.status, steps.at(-1)!.status)
          assert.equal(subject.stopped, subject.isStopped)
        }),
        { numRuns: 8 }
      )
    })

  test('may prepare while it waits, submit once verified, and neither when it is stopped', async ({ assert }) => {
    const subject = await anOrganisation()
    const rights = () => [subject.mayPrepare, subject.maySubmit, subject.isStopped]
    assert.deepEqual(rights(), [true, false, false])
    await subject.verify(byNobody())
    assert.deepEqual(rights(), [true, true, false])
    await subject.suspend('Plaintes.', byNobody())
    assert.deepEqual(rights(), [false, false, true])
  })

  test('holds its status for whatever leaves in its name', async ({ assert }) => {
    const subject = await anOrganisation()
    const hold = () => db.transaction((trx) => subject.holdVerified(trx))
    await assertRefused(assert, hold, 'organisations.refusals.not_verified')
    await subject.verify(byNobody())
    await hold()
  })
})

test.group('A decision', () => {
  test('is told to the owners, and what waited for it is news no more', async ({ assert }) => {
    const founder = await aUser()
    const maud = await person('maud')
    const subject = await anOrganisation({ founder })
    assert.deepEqual(await newsOf(maud.id), ['accounts.verification_asked'])
    await subject.refuse('Il manque un Kbis.', byUser(maud))
    assert.deepEqual(await newsOf(founder.id), ['accounts.verification_decided'])
    assert.deepEqual(await newsOf(maud.id), ['(accounts.verification_asked)'])
    const told = await Notification.findByOrFail('user_id', founder.id)
    assert.deepEqual(
      [told.params, told.path],
      [{ decision: 'refused', subject: 'organisation', name: subject.name, reason: 'Il manque un Kbis.' }, subject.path]
    )
    await subject.reconsider(byUser(maud))
    assert.isTrue((await Step.of(subject))[0].decided, 'the owners do not read whose mistake it was')
    assert.deepEqual(await newsOf(founder.id), ['(accounts.verification_decided)', 'accounts.verification_decided'])
    await subject.refuse('Il manque un Kbis.', byUser(maud))
    await subject.resubmit('Le voici.', byUser(founder))
    assert.isFalse((await Step.of(subject))[0].decided)
    await subject.verify(byUser(maud))
    const all = await Notification.query().where('user_id', founder.id).orderBy('id')
    assert.deepEqual(
      all.map(({ params }) => params.decision),
      ['refused', 'reconsidered', 'refused', 'verified']
    )
    assert.equal((await newsOf(founder.id)).filter((kind) => !kind.startsWith('(')).length, 1)
  })

  test('is written in the audit without its reason', async ({ assert }) => {
    const subject = await anOrganisation()
    await subject.refuse('Madame Roux ne répond pas.', byNobody())
    const lines = await db.from('audit_events').where({ object_type: 'organisation', object_id: subject.id }).orderBy('id')
    assert.deepEqual(
      lines.map(({ action }) => action),
      ['accounts.organisation.founded', 'accounts.organisation.refused']
    )
    assert.notInclude(JSON.stringify(lines), 'Roux')
  })

  test('about a number that another has proved is refused', async ({ assert }) => {
    const number = '12345678900011'
    const [one, two] = [await anOrganisation({ registrationNumber: number }), await anOrganisation({ registrationNumber: number })]
    await one.verify(byNobody())
    await assertRefused(assert, () => db.transaction((trx) => two.verify({ ...byNobody(), trx })), 'organisations.refusals.number_verified')
    const third = () => anOrganisation({ registrationNumber: number })
    await assertRefused(assert, third, 'organisations.refusals.number_known')
  })
})

test.group('A provider', () => {
  test('who takes up another speciality is verified anew', async ({ assert }) => {
    const provider = await aProvider()
    await provider.verify(byNobody())
    await provider.describe({ speciality: provider.speciality, bio: 'Dix ans de métier.' }, byNobody())
    assert.equal(provider.status, 'verified')
    await provider.describe({ speciality: 'Comptabilité' }, byNobody())
    assert.equal(provider.status, 'pending')
  })

  test('who registers twice is registered once', async ({ assert }) => {
    const user = await aUser()
    const [one, two] = [await aProvider(user), await aProvider(user)]
    assert.equal(two.id, one.id)
    assert.lengthOf(await db.from('roles').where({ user_id: user.id, role: 'provider' }), 1)
  })
})

function ignoreRefusal(error: unknown) {
  if (error instanceof Refusal) return false
  throw error
}
