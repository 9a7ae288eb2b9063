import { test } from '@japa/runner'
import hash from '@adonisjs/core/services/hash'
import db from '@adonisjs/lucid/services/db'
import { Refusal } from '#exceptions/refusal'
import User from '#models/accounts/user'
import { signInAttempts } from '#start/limiter'
import { later, withClock } from '#tests/support/time'

const HALL = '198.51.100.7'
const PEOPLE = 3000

const emailOf = (n: number) => `person${n}@example.org`

/** People of a fair, with the password that the fake hash makes of theirs. */
async function aCrowd() {
  await db.rawQuery(
    `insert into users (email, password, given_name, family_name, created_at, updated_at)
    select 'person' || n || '@example.org', 'password of ' || n, 'Person', 'No. ' || n, now(), now() from generate_series(1, :people) n`,
    { people: PEOPLE }
  )
}

async function signIn(n: number, password: string) {
  const user = await signInAttempts({ account: emailOf(n), address: HALL }, () => User.recognise(emailOf(n), password))
  return user?.email ?? null
}

test.group('A fair behind one address', (group) => {
  withClock(group)
  group.each.setup(() => {
    hash.fake()
    return () => hash.restore()
  })

  test('3,000 people sign in within the hour, each after mistyping once', async ({ assert }) => {
    await aCrowd()
    for (let minute = 0; minute < 60; minute++) {
      const these = Array.from({ length: PEOPLE / 60 }, (_, n) => minute * (PEOPLE / 60) + n + 1)
      const wrong = await Promise.all(these.map((n) => signIn(n, 'mistyped')))
      assert.isTrue(wrong.every((email) => email === null))
      const right = await Promise.all(these.map((n) => signIn(n, `password of ${n}`)))
      assert.deepEqual(right, these.map(emailOf))
      later({ minutes: 1 })
    }
  }).timeout(60_000)

  test('a machine that tries a thousand accounts is stopped, and then nobody is asked their password', async ({ assert }) => {
    let asked = 0
    const guess = (n: number) =>
      signInAttempts({ account: emailOf(n), address: HALL }, async () => {
        asked++
        return null
      })
    for (let n = 0; n < 1000; n += 50) await Promise.all(Array.from({ length: 50 }, (_, i) => guess(n + i)))
    assert.equal(asked, 1000)
    await assert.rejects(() => guess(1001))
    assert.equal(asked, 1000)
    const refusal = await guess(1002).catch((error: unknown) => error as Refusal)
    assert.instanceOf(refusal, Refusal)
    assert.containsSubset(refusal, { sentence: 'accounts.refusals.too_many', status: 429, options: { retryAfter: 900 } })
    later({ minutes: 15, seconds: 1 })
    assert.isNull(await guess(1003))
  }).timeout(30_000)
})
