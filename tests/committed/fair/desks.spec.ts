import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { aFair, aStand, byNobody, inLine } from '#database/factories/fair/fairs'
import type { Refusal } from '#exceptions/refusal'
import { Agent } from '#tests/support/agent'
import { insideOf } from '#tests/support/fair'
import { violations } from '#tests/support/invariants'
import { Stream } from '#tests/support/stream'

const said = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: Refusal) => error.sentence
  )

test.group('Two people of one stand, at once', () => {
  test('write about the same person: one note is kept, and the other is told', async ({ assert }) => {
    const fair = await aFair()
    const stand = await aStand(fair)
    const [alice] = await inLine(fair, stand, ['Alice'])
    await stand.startInterview(alice, byNobody())
    const entry = await stand.related('entries').query().firstOrFail()
    for (let version = 0; version < 5; version++) {
      const texts = ['gauche', 'droite'].map((text) => `${text} ${version}`)
      const answers = await Promise.all(texts.map((text) => said(stand.writeNote(entry, { text, interest: null }, version, byNobody()))))
      assert.sameMembers(answers, ['done', 'fair.refusals.note_changed'])
      assert.containsSubset(await stand.noteOn(entry), { text: texts[answers.indexOf('done')], version: version + 1 })
    }
  })

  test('mark the same people passed, together and one by one: each passes once', async ({ assert }) => {
    for (let round = 0; round < 5; round++) {
      const fair = await aFair()
      const stand = await aStand(fair, { slots: 3 })
      const people = await inLine(fair, stand, ['Alice', 'Bob', 'Chloé', 'David', 'Emma', 'Farid'])
      for (const one of people.slice(0, 3)) await stand.startInterview(one, byNobody())
      const inside = await insideOf(stand)
      await Promise.all([
        said(stand.markPassedAll(inside, byNobody())),
        said(stand.markPassedAll(inside.toReversed(), byNobody())),
        ...inside.map((one) => said(stand.markPassed(one, byNobody()))),
      ])
      assert.isEmpty(await insideOf(stand))
      const lines = await db.from('audit_events').where({ fair_id: fair.id, action: 'fair.interview.passed' })
      assert.lengthOf(lines, 3)
      assert.deepEqual(await violations(fair.id), [])
    }
  })
})

test.group('The screen in the hall', (group) => {
  Stream.forGroup(group)

  test('hears of a call, and its stream ends with its link', async ({ assert }) => {
    const fair = await aFair()
    await fair.regenerateWallLink(byNobody())
    const screen = await Agent.atWall(fair)
    const stream = await Stream.open(screen, [`fairs/${fair.id}/wall`])
    const stand = await aStand(fair)
    await inLine(fair, stand, ['Alice'])
    await stream.until(({ heard }) => heard.includes(`fairs/${fair.id}/wall`))
    await fair.regenerateWallLink(byNobody())
    await stream.until(({ ended }) => ended)
    assert.equal((await screen.get(`/salon/${fair.slug}/wall`)).status, 403)
  })
})
