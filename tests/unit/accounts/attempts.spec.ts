import { test } from '@japa/runner'
import hash from '@adonisjs/core/services/hash'
import db from '@adonisjs/lucid/services/db'
import { Refusal } from '#exceptions/refusal'
import User from '#models/accounts/user'
import { signInAttempts } from '#start/limiter'
import { later, withClock } from '#tests/support/time'

const HALL = '198.51.100.7'
/** A third of an hour of a fair of 3,000: longer than failures are remembered. */
const PEOPLE = 1000
const MINUTES = 20

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

  test('3,000 people an hour sign in, each after mistyping once', async ({ assert }) => {
    await aCrowd()
    for (let minute = 0; minute < MINUTES; minute++) {
      const these = Array.from({ length: PEOPLE / MINUTES }, (_, n) => minute * (PEOPLE / MINUTES) + n + 1)
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

test.group('Somebody who guesses at Alice’s account', (group) => {
  withClock(group)

  const guess = (address: string, right = false, knownDevice?: string) =>
    signInAttempts({ account: 7, address, knownDevice }, async () => right || null).catch((error: Refusal) => error.options.retryAfter)

  test('from one address does not lock her out at another', async ({ assert }) => {
    for (let n = 0; n < 10; n++) assert.isNull(await guess(HALL))
    assert.equal(await guess(HALL, true), 900)
    assert.isTrue(await guess('203.0.113.9', true))
  })

  test('from all the addresses of one IPv6 network is one person', async ({ assert }) => {
    for (let n = 0; n < 10; n++) assert.isNull(await guess(`2001:db8:1:2::${n}`))
    assert.equal(await guess('2001:0db8:0001:0002:ffff::1'), 900)
    assert.isNull(await guess('2001:db8:1:3::1'))
  })

  test('from everywhere is slowed down more and more, to a hundred tries a day; she comes in from a device of hers', async ({ assert }) => {
    const everywhere = (n: number) => `198.51.${Math.floor(n / 250)}.${n % 250}`
    let sent = 0
    for (; sent < 20; sent++) assert.isNull(await guess(everywhere(sent)), `${sent}`)
    assert.isNull(await guess(everywhere(sent++)))
    const waits: number[] = []
    for (let guesses = 0; guesses < 12; guesses++) {
      const wait = Number(await guess(everywhere(sent++), true))
      waits.push(wait)
      assert.isTrue(await guess(HALL, true, 'her phone'), `after ${wait} s`)
      later({ seconds: wait })
      assert.isNull(await guess(everywhere(sent++)))
    }
    assert.deepEqual(waits, [2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900])
  })

  test('side by side from fifty addresses gets no more tries than one after the other', async ({ assert }) => {
    const answers = await Promise.all(Array.from({ length: 50 }, (_, n) => guess(`198.51.100.${n}`)))
    assert.isAtMost(answers.filter((answer) => answer === null).length, 21)
  })
})
