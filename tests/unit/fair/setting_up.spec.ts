import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import Organisation from '#models/accounts/organisation'
import { aFair, aStand, byNobody, inLine } from '#database/factories/fair/fairs'
import { copyFair } from '#models/fair/copying'
import { listFairs } from '#models/fair/fair_list'
import { planFair } from '#models/fair/planning'
import { pretend } from '#services/settings'
import { person } from '#tests/support/agent'
import { assertRefused, calledAt, insideOf, interviewOf } from '#tests/support/fair'

const dates = { startsAt: DateTime.utc(2030, 5, 2, 8), endsAt: DateTime.utc(2030, 5, 2, 16) }
const values = (name: string) => ({ name, place: 'Gymnase', ...dates })

test.group('A fair that is made', () => {
  test('draws its address from its name, and another one from the same name', async ({ assert }) => {
    const adrien = await person('adrien')
    const slugs = []
    for (const name of ['Salon d’été', 'Salon d’été', 'Create', '!!!']) slugs.push((await planFair(values(name), adrien, byNobody())).slug)
    assert.deepEqual(slugs, ['salon-dete', 'salon-dete-2', 'create-2', 'salon'])
    await assertRefused(assert, () => planFair({ ...values('Autre'), slug: 'forum' }, adrien, byNobody()), 'fair.refusals.slug_taken')
  })

  test('gives its stands the slots that it says, and has first those of the installation', async ({ assert }) => {
    const adrien = await person('adrien')
    pretend({ 'fair.defaultSlots': 4 })
    const fair = await planFair(values('Quatre'), adrien, byNobody())
    assert.equal((await fair.addStand({ name: 'Acme' }, byNobody())).slots, 4)
    await fair.reschedule({ ...values('Trois'), defaultSlots: 3 }, byNobody())
    assert.equal((await fair.addStand({ name: 'Hooli' }, byNobody())).slots, 3)
    assert.equal((await fair.addStand({ name: 'Initech', slots: 1 }, byNobody())).slots, 1)
    assert.equal(fair.slug, 'quatre')
  })

  test('is copied with its parameters and stands, under links of their own, and with nobody', async ({ assert }) => {
    const adrien = await person('adrien')
    const fair = await planFair(
      { ...values('Modèle'), opensAt: '09:00', closesAt: '17:30', graceSeconds: 240, standsSetSlots: true, interviewMinutes: 20 },
      adrien,
      byNobody()
    )
    const acme = await fair.addStand({ name: 'Acme', slots: 2, queueLimit: 9, place: 'Allée B', organisation: 'hooli' }, byNobody())
    await fair.addStand({ name: 'Massive', organisation: 'Hooli' }, byNobody())
    await fair.open(byNobody())
    await inLine(fair, acme, ['Yves'])
    const next = { name: 'Modèle', place: 'Gymnase', startsAt: dates.startsAt.plus({ years: 1 }), endsAt: dates.endsAt.plus({ years: 1 }) }
    const copy = await copyFair(fair, next, adrien, byNobody())
    assert.containsSubset(copy.serialize(), {
      slug: 'modele-2',
      opensAt: '09:00:00',
      closesAt: '17:30:00',
      graceSeconds: 240,
      standsSetSlots: true,
      interviewMinutes: 20,
    })
    const stands = await copy.related('stands').query().preload('organisation').orderBy('id')
    assert.containsSubset(stands[0].serialize(), { name: 'Acme', slots: 2, queueLimit: 9, place: 'Allée B' })
    assert.equal(stands[0].organisation.name, 'Hooli')
    assert.equal(stands[0].nextPosition, 1)
    assert.notEqual((await stands[0].link())!.token, (await acme.link())!.token)
    assert.isEmpty(await copy.related('attendees').query())
    assert.isFalse(await copy.isOpen())
  })
})

test.group('A fair that is put away', () => {
  test('is closed, in no list, and opens no more until it is taken out', async ({ assert }) => {
    const fair = await aFair({ name: 'zz rangé' })
    await assertRefused(assert, () => fair.archive(byNobody()), 'fair.refusals.archive_open')
    await fair.close(byNobody())
    for (let n = 0; n < 2; n++) await fair.archive(byNobody())
    await assertRefused(assert, () => fair.open(byNobody()), 'fair.refusals.archived')
    const listed = async (when: 'coming' | 'past' | 'archived') =>
      (await listFairs({ when, sort: { by: 'date', down: false }, search: 'zz rangé', page: 1 }, DateTime.utc())).total
    assert.deepEqual([await listed('coming'), await listed('past'), await listed('archived')], [0, 0, 1])
    await fair.unarchive(byNobody())
    await fair.open(byNobody())
    assert.isTrue(await fair.isOpen())
    assert.equal(await listed('coming'), 1)
  })
})

test.group('A stand', () => {
  test('belongs to an organisation that is registered and not stopped', async ({ assert }) => {
    const fair = await aFair()
    const acme = await aStand(fair, { organisation: 'PIED piper' })
    const piper = await Organisation.findByOrFail('name', 'Pied Piper')
    assert.equal(acme.organisationId, piper.id)
    for (const organisation of ['Massive Dynamic', 'Personne'])
      await assertRefused(assert, () => aStand(fair, { organisation }), 'fair.refusals.organisation_unknown')
    await acme.configure({ name: 'Acme', slots: 1, queueLimit: null }, byNobody())
    assert.equal((await acme.refresh()).organisationId, piper.id)
    await acme.configure({ name: 'Acme', slots: 1, queueLimit: null, organisation: null, place: 'Allée B, n° 12' }, byNobody())
    assert.containsSubset((await acme.refresh()).serialize(), { organisationId: null, place: 'Allée B, n° 12' })
  })

  test('keeps whoever is inside when its slots are lowered, and calls nobody until there is room', async ({ assert }) => {
    const fair = await aFair()
    const stand = await aStand(fair, { slots: 2 })
    const [yves, zoe] = await inLine(fair, stand, ['Yves', 'Zoé', 'Willy'])
    for (const one of [yves, zoe]) await stand.startInterview(one, byNobody())
    await stand.configure({ name: stand.name, slots: 1, queueLimit: null }, byNobody())
    assert.lengthOf(await insideOf(stand), 2)
    await stand.markPassed(await interviewOf(yves), byNobody())
    assert.isEmpty(await calledAt(stand))
    await stand.markPassed(await interviewOf(zoe), byNobody())
    assert.deepEqual(await calledAt(stand), ['Willy'])
  })

  test('sets its own slots where its fair lets it, and its queue follows', async ({ assert }) => {
    const fair = await aFair()
    const stand = await aStand(fair)
    await inLine(fair, stand, ['Yves', 'Zoé'])
    await assertRefused(assert, () => stand.setSlots(2, byNobody()), 'fair.refusals.slots_fixed')
    const { name, place, startsAt, endsAt } = fair
    await fair.reschedule({ name, place, startsAt, endsAt, standsSetSlots: true }, byNobody())
    await stand.setSlots(2, byNobody())
    assert.deepEqual(await calledAt(stand), ['Yves', 'Zoé'])
  })
})
