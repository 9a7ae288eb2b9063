import { test } from '@japa/runner'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { aPoste, aSite, aVisitor, atDesk } from '#database/factories/postes/sites'
import Site from '#models/postes/site'
import { settings } from '#services/settings'
import { atOnce } from '#tests/support/at_once'
import { begun, blocked } from '#tests/support/blocked'

/** Noon of tomorrow: far from midnight, before which a reservation ends. */
const NOON = DateTime.now().setZone(settings().zone).plus({ days: 1 }).set({ hour: 12, minute: 0, second: 0, millisecond: 0 })
const shown = { kind: 'passport' as const, seenOn: DateTime.fromISO('2026-01-05', { zone: 'utc' }) }
const own = (trx: TransactionClientContract) => ({ ...atDesk(), trx })

async function room() {
  const site = await aSite({ mode: 'identified', keepsNumbers: true })
  const [poste, visitor] = [await aPoste(site), await aVisitor(site)]
  await visitor.consent('1', atDesk())
  return { site, same: await Site.findOrFail(site.id), poste, visitor }
}

/** Does these, each of which waits for that row before the next begins. @returns how many were done */
async function behind(assert: Parameters<typeof atOnce>[0], table: string, id: number, works: (() => Promise<unknown>)[]) {
  const held = await db.transaction()
  await held.from(table).where('id', id).forUpdate().select('id')
  const begins = works.map((work) => ({ work, gate: Promise.withResolvers<void>() }))
  const doing = atOnce(
    assert,
    begins.map(
      ({ work, gate }) =>
        () =>
          gate.promise.then(work)
    )
  )
  for (const [i, { gate }] of begins.entries()) {
    gate.resolve()
    await blocked(assert, i + 1)
  }
  await held.rollback()
  return doing
}

test.group('The rules of a site while they are applied', () => {
  test('numbers are kept no more while a poste is reserved, moved and somebody identified: nobody waits for ever', async ({ assert }) => {
    const { site, same, visitor } = await room()
    await visitor.identify({ ...shown, number: '12AB34567' }, atDesk())
    const reserve = (minutes: number) => same.reserve({ visitorId: visitor.id, startsAt: NOON.plus({ minutes }), minutes: 30 }, atDesk())
    const kept = await reserve(0)
    const works = [
      () => site.configure({ name: site.name, mode: 'identified', keepsNumbers: false }, atDesk()),
      () => reserve(60),
      () => kept.rearrange({ posteId: null, startsAt: NOON.plus({ minutes: 120 }), minutes: 30 }, atDesk()),
      () => visitor.identify(shown, atDesk()),
    ]
    assert.equal(await behind(assert, 'visitors', visitor.id, works), 4)
    assert.isNull((await visitor.refresh()).identityNumber)
  })

  test('a number that is written meanwhile is gone with the others', async ({ assert }) => {
    const { site, visitor } = await room()
    const { doing } = await db.transaction(async (trx) => {
      await visitor.identify({ ...shown, number: '12AB34567' }, own(trx))
      return begun(assert, () => site.configure({ name: site.name, mode: 'identified', keepsNumbers: false }, atDesk()))
    })
    await doing
    assert.isNull((await visitor.refresh()).identityNumber)
  })

  test('of whom nobody is asked who they are no more than a name is written, however late that was decided', async ({ assert }) => {
    const { site, same, visitor } = await room()
    const said = { givenName: 'Noé', familyName: 'Payet', email: 'noe@example.net' }
    const { described, registered } = await db.transaction(async (trx) => {
      await site.changeMode('anonymous', own(trx))
      const described = await begun(assert, () => visitor.describe(said, visitor.version, atDesk()))
      const registered = await begun(assert, () => same.register({ ...said, consents: true, another: true }, atDesk()))
      return { described, registered }
    })
    await described.doing
    const { id } = await registered.doing
    for (const one of await db.from('visitors').whereIn('id', [visitor.id, id]))
      assert.deepEqual([one.given_name, one.email], ['Noé', null])
    assert.lengthOf(await db.from('visitor_consents').where('visitor_id', id), 0)
  })

  test('a code is given while its site is retired: one of the two is done, and nobody waits for ever', async ({ assert }) => {
    const { site, same, poste, visitor } = await room()
    await site.takeTicket(visitor.id, 30, atDesk())
    const works = [() => same.issue({ visitorId: visitor.id, posteId: poste.id, minutes: 30 }, atDesk()), () => site.retire(atDesk())]
    assert.equal(await behind(assert, 'postes', poste.id, works), 1)
    assert.isNull((await Site.findOrFail(site.id)).retiredAt)
  })
})
