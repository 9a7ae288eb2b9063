import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import SignIn from '#models/accounts/sign_in'
import { SYSTEM } from '#models/mixins/act'
import { applyRetention, retentionBoard } from '#models/monitoring/retention'
import { pretend } from '#services/settings'
import { person } from '#tests/support/agent'

const NOW = DateTime.utc(2030, 6, 1, 2, 30)
const tonight = { by: SYSTEM, at: NOW }
const daysAgo = (days: number) => NOW.minus({ days }).toJSDate()

/** News of Alice's, so many days old. */
async function news(...ages: number[]) {
  const { id } = await person('alice')
  const rows = ages.map((age) => ({ user_id: id, kind: 'fair.passed', path: '/salon', created_at: daysAgo(age) }))
  await db.table('notifications').multiInsert(rows)
}

/** A sign-in of Alice's that was open until then at most. */
async function signIn(expiresAt: DateTime, endedAt: DateTime | null = null) {
  const { id: userId } = await person('alice')
  const startedAt = expiresAt.minus({ days: 1 })
  return SignIn.create({ userId, startedAt, lastSeenAt: startedAt, expiresAt, endedAt, remembered: false })
}

const lineOf = async (purpose: string) => (await retentionBoard(NOW)).find((line) => line.purpose === purpose)!
const lines = () => db.from('audit_events').where('action', 'monitoring.retention.applied').orderBy('id').select('changes')

test.group('Retention', () => {
  test('removes what is older than its setting, counts it before and after, and says so in the audit', async ({ assert }) => {
    await news(179, 181, 200)
    assert.containsSubset(await lineOf('notifications'), { days: 180, due: 2, last: null })
    await applyRetention(tonight)
    assert.containsSubset(await lineOf('notifications'), { due: 0, last: { removed: 2, ranAt: NOW.toJSDate() } })
    assert.containsSubset(await lines(), [{ changes: { purpose: 'notifications', removed: 2, days: 180 } }])
    pretend({ 'retention.notifications': 30 })
    assert.containsSubset(await lineOf('notifications'), { days: 30, due: 1 })
  })

  test('keeps a sign-in from its end on, and one that is open as long as it is', async ({ assert }) => {
    const ago = (days: number) => NOW.minus({ days })
    const gone = [await signIn(ago(366)), await signIn(ago(364.8), ago(365.1))]
    const kept = [await signIn(ago(364)), await signIn(ago(-0.5))]
    await applyRetention(tonight)
    const left = (await SignIn.query().select('id')).map(({ id }) => id)
    for (const { id } of gone) assert.notInclude(left, id)
    assert.includeMembers(
      left,
      kept.map(({ id }) => id)
    )
  })

  test('goes through more than one batch', async ({ assert }) => {
    await news(...Array.from({ length: 1001 }, () => 365))
    await applyRetention(tonight)
    assert.containsSubset(await lineOf('notifications'), { due: 0, last: { removed: 1001 } })
    assert.lengthOf(await lines(), 2)
  })

  test('says of what is not kept yet that it removes nothing', async ({ assert }) => {
    await applyRetention(tonight)
    assert.containsSubset(await lineOf('videoAnswers'), { days: 90, due: null, last: null })
  })
})
