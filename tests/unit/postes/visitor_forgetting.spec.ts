import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { aGuest, aPoste, aSite, aVisitor, byNobody } from '#database/factories/postes/sites'
import type { Act } from '#models/mixins/act'
import { applyRetention, retentionBoard } from '#models/monitoring/retention'
import type Site from '#models/postes/site'
import type Visitor from '#models/postes/visitor'
import { assertRefused } from '#tests/support/fair'
import { everyRow } from '#tests/support/rows'

const ana = { givenName: 'Ana', familyName: 'Hoarau', email: 'ana@example.net', phone: '+262692123456', postalCode: '97400' }

async function registered(site: Site, act = byNobody()) {
  return site.register({ ...ana, address: '1 rue Haute', notes: 'Malvoyante', consents: true, another: true }, act)
}

const ago = (days: number): Act => ({ ...byNobody(), at: byNobody().at.minus({ days }) })

async function session(site: Site, visitor: Visitor, act: Act = byNobody()) {
  return site.issue({ visitorId: visitor.id, minutes: 30, started: true }, act)
}

test.group('Nothing more is kept of a visitor', () => {
  test('PPM-B18: who is erased while a session or a code is live keeps everything, and leaves no poste taken', async ({ assert }) => {
    const site = await aSite({ mode: 'identified' })
    await aPoste(site)
    const visitor = await registered(site)
    const stay = await site.issue({ visitorId: visitor.id, minutes: 30 }, byNobody())
    const before = await everyRow()
    await assertRefused(assert, () => visitor.anonymise(byNobody()), 'visitors.refusals.busy')
    assert.deepEqual(await everyRow(), before)
    await stay.start(byNobody())
    await assertRefused(assert, () => visitor.withdrawConsent(byNobody()), 'visitors.refusals.consent_busy')
    await stay.end('desk', byNobody())
    await visitor.anonymise(byNobody())
    assert.equal((await stay.refresh()).visitorId, visitor.id)
    assert.isNotNull((await site.issue({ visitorId: (await aGuest(site)).id, minutes: 30 }, byNobody())).code)
  })

  test('but the row that the figures count, its postal code and the dates of the consent', async ({ assert }) => {
    const site = await aSite({ mode: 'identified' })
    const visitor = await registered(site)
    await visitor.giveClaim(byNobody())
    await site.queue(visitor.id, 30, byNobody())
    await visitor.anonymise(byNobody())
    const { search, ...row } = (await visitor.refresh()).$attributes
    const said = [...Object.values(ana), 'rue Haute', 'Malvoyante'].filter((one) => one !== ana.postalCode)
    for (const one of said) assert.notInclude(JSON.stringify([row, search]), one)
    assert.equal(row.postalCode, '97400')
    assert.isFalse(await visitor.hasConsented())
    assert.lengthOf(await db.from('tickets').where('visitor_id', visitor.id).whereNull('closed_at'), 0)
    assert.isNull(await visitor.currentClaim(byNobody().at))
    const lines = await db.from('audit_events').where({ object_type: 'visitor', object_id: visitor.id })
    for (const one of said) assert.notInclude(JSON.stringify(lines), one)
    await assertRefused(assert, () => visitor.anonymise(byNobody()), 'postes.refusals.visitor_unknown')
    await assertRefused(assert, () => site.issue({ visitorId: visitor.id, minutes: 30 }, byNobody()), 'postes.refusals.visitor_unknown')
  })

  test('where nobody is asked who they are any more: the next night, unless the site asks again before', async ({ assert }) => {
    const site = await aSite({ mode: 'identified' })
    await aPoste(site)
    const left = await registered(site)
    const here = await site.register({ ...ana, givenName: 'Léa', consents: true, another: true }, byNobody())
    const stay = await session(site, here)
    await site.changeMode('anonymous', byNobody())
    // A name alone is what somebody may still leave there.
    const named = await site.register({ givenName: 'Zoé', familyName: 'Payet', consents: false, another: true }, byNobody())
    const guest = await aGuest(site)
    await site.changeMode('identified', byNobody())
    await applyRetention(byNobody())
    assert.isNull((await left.refresh()).anonymisedAt)
    await site.changeMode('anonymous', byNobody())
    await applyRetention(byNobody())
    assert.isNotNull((await left.refresh()).anonymisedAt)
    for (const kept of [here, named, guest]) assert.isNull((await kept.refresh()).anonymisedAt)
    await stay.end('desk', byNobody())
    await applyRetention(byNobody())
    assert.isNotNull((await here.refresh()).anonymisedAt)
    for (const kept of [named, guest]) assert.isNull((await kept.refresh()).anonymisedAt)
  })

  test('PPM-B19: once they withdraw their consent, which is remembered as withdrawn', async ({ assert }) => {
    const site = await aSite({ mode: 'identified' })
    const visitor = await registered(site)
    await visitor.withdrawConsent(byNobody())
    assert.isNull((await visitor.refresh()).familyName)
    const [consent] = await visitor.related('consentRows').query()
    assert.isNotNull(consent.withdrawnAt)
    const actions = (await db.from('audit_events').where({ object_type: 'visitor', object_id: visitor.id }).orderBy('id')).map(
      ({ action }) => action
    )
    assert.deepEqual(actions.slice(-2), ['postes.visitor.consent_withdrawn', 'postes.visitor.anonymised'])
    const other = await aVisitor(site)
    await assertRefused(assert, () => other.withdrawConsent(byNobody()), 'visitors.refusals.no_consent')
  })

  test('so long after they were last there, even when their sessions are forgotten', async ({ assert }) => {
    const site = await aSite({ mode: 'identified', sessionsPerDay: 50 })
    await aPoste(site)
    const [gone, back] = [await registered(site, ago(2500)), await registered(site, ago(2500))]
    const stay = await session(site, back, ago(1000))
    await stay.end('desk', ago(1000))
    const due = async () => (await retentionBoard(byNobody().at)).find(({ purpose }) => purpose === 'posteIdentity')!.due
    assert.equal(await due(), 1)
    await applyRetention(byNobody())
    assert.isNotNull((await gone.refresh()).anonymisedAt)
    await db.from('poste_sessions').where('id', stay.id).delete()
    await db.from('visitor_consents').where('visitor_id', back.id).delete()
    assert.equal(await due(), 0)
    await applyRetention(byNobody())
    assert.isNull((await back.refresh()).anonymisedAt)
    await applyRetention({ ...byNobody(), at: byNobody().at.plus({ days: 900 }) })
    assert.isNotNull((await back.refresh()).anonymisedAt)
  })
})
