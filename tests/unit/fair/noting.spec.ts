import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { aFair, aStand, byNobody, inLine } from '#database/factories/fair/fairs'
import { assertRefused, interviewOf } from '#tests/support/fair'

const NOTE = { text: 'Parle trois langues', interest: 4 }

/** Alice is inside at Acme, Bob waits. */
async function aliceInside() {
  const fair = await aFair()
  const stand = await aStand(fair)
  const [alice, bob] = await inLine(fair, stand, ['Alice', 'Bob'])
  const start = DateTime.utc().minus({ minutes: 12 })
  await stand.startInterview(alice, byNobody(start))
  const [met, unmet] = await stand.related('entries').query().orderBy('rank_key')
  return { fair, stand, alice, bob, met, unmet, start }
}

test.group('A stand’s note', () => {
  test('is kept for whoever is inside, and nobody who only waits', async ({ assert }) => {
    const { stand, met, unmet } = await aliceInside()
    await stand.writeNote(met, NOTE, 0, byNobody())
    assert.containsSubset(await stand.noteOn(met), { ...NOTE, version: 1 })
    await assertRefused(assert, () => stand.writeNote(unmet, NOTE, 0, byNobody()), 'fair.refusals.note_unmet')
  })

  test('does not take a colleague’s words away without saying so', async ({ assert }) => {
    const { stand, met } = await aliceInside()
    await stand.writeNote(met, NOTE, 0, byNobody())
    await assertRefused(assert, () => stand.writeNote(met, { ...NOTE, text: 'Autre' }, 0, byNobody()), 'fair.refusals.note_changed')
    assert.containsSubset(await stand.noteOn(met), NOTE)
    await stand.writeNote(met, { text: 'Les deux', interest: null }, 1, byNobody())
    assert.containsSubset(await stand.noteOn(met), { text: 'Les deux', interest: null, version: 2 })
  })

  test('saved twice is saved once', async ({ assert }) => {
    const { stand, met } = await aliceInside()
    for (let times = 0; times < 2; times++) await stand.writeNote(met, NOTE, 0, byNobody())
    assert.equal((await stand.noteOn(met))!.version, 1)
    assert.lengthOf(await db.from('audit_events').where({ action: 'fair.stand_note.written' }).whereRaw('fair_id = ?', [stand.fairId]), 1)
  })

  test('is told in the audit by the names of what changed, never by its words', async ({ assert }) => {
    const { stand, met, alice } = await aliceInside()
    await stand.writeNote(met, { text: null, interest: 5 }, 0, byNobody())
    await stand.writeNote(met, { ...NOTE, interest: 5 }, 1, byNobody())
    const lines = await db.from('audit_events').where({ action: 'fair.stand_note.written', fair_id: stand.fairId }).orderBy('id')
    const about = { stand: stand.id, attendee: alice.id }
    assert.deepEqual(
      lines.map(({ changes }) => changes),
      [
        { ...about, interest: true },
        { ...about, text: true },
      ]
    )
  })

  test('is one line of the stand’s own file, with the time that the meeting took', async ({ assert }) => {
    const { stand, met, alice, bob, start } = await aliceInside()
    await stand.writeNote(met, NOTE, 0, byNobody())
    await stand.markPassed(await interviewOf(alice), byNobody(start.plus({ minutes: 9 })))
    await stand.startInterview(bob, byNobody())
    const lines = await Array.fromAsync(stand.allMet())
    assert.containsSubset(lines, [
      { given_name: 'Alice', minutes: 9, text: NOTE.text, interest: 4 },
      { given_name: 'Bob', minutes: null, text: null },
    ])
    assert.deepEqual([...(await stand.noteMarks([met.id]))], [[met.id, { interest: 4, written: true }]])
  })
})
