import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { aFair, aStand, anAttendee, byNobody, inLine } from '#database/factories/fair/fairs'
import { fairsOfTheWeek, listFairs } from '#models/fair/fair_list'
import { person } from '#tests/support/agent'

const NAME = { by: 'name', down: false } as const

test.group('Lists', () => {
  test('a search finds without accents nor capitals, and takes signs as they are', async ({ assert }) => {
    const fair = await aFair()
    for (const name of ['École Éluard', 'Café 100%', 'Atelier_Bois']) await aStand(fair, { name })
    const found = async (search: string) =>
      (await fair.standLines({ search, state: 'all', sort: NAME, page: 1 })).rows.map((line) => line.name)
    assert.deepEqual(await found('ecole elu'), ['École Éluard'])
    assert.deepEqual(await found('CAFÉ'), ['Café 100%'])
    assert.deepEqual(await found('%'), ['Café 100%'])
    assert.deepEqual(await found('_'), ['Atelier_Bois'])
    assert.deepEqual(await found('\\'), [])
  })

  test('names are in the order of a French dictionary', async ({ assert }) => {
    const fair = await aFair()
    for (const name of ['Zèbre', 'Étoile', 'eau', 'Abeille']) await aStand(fair, { name })
    const { rows } = await fair.standCards(null, { search: '', show: 'all', sort: NAME, page: 1 })
    assert.deepEqual(
      rows.map((card) => card.name),
      ['Abeille', 'eau', 'Étoile', 'Zèbre']
    )
  })

  test('the shortest queue first, and the longest when turned round', async ({ assert }) => {
    const fair = await aFair()
    const [busy, quiet] = [await aStand(fair, { name: 'Busy' }), await aStand(fair, { name: 'Quiet' })]
    await inLine(fair, busy, ['A', 'B'])
    await inLine(fair, quiet, ['C'])
    const order = async (down: boolean) =>
      (await fair.standCards(null, { search: '', show: 'all', sort: { by: 'queue', down }, page: 1 })).rows.map((card) => card.name)
    assert.deepEqual(await order(false), ['Quiet', 'Busy'])
    assert.deepEqual(await order(true), ['Busy', 'Quiet'])
  })

  test('the second page has what the first has not, and the count is of all', async ({ assert }) => {
    const fair = await aFair()
    for (let n = 10; n < 33; n++) await aStand(fair, { name: `S${n}` })
    const page = async (number: number) => fair.standLines({ search: '', state: 'all', sort: NAME, page: number })
    const [first, second, third] = [await page(1), await page(2), await page(3)]
    assert.deepEqual([first.rows.length, second.rows.length, third.rows.length], [20, 3, 0])
    assert.deepEqual([first.total, first.pages, second.rows[0].name], [23, 2, 'S30'])
  })

  test('the organiser sees only the stands on pause, or the people inside, when asked', async ({ assert }) => {
    const fair = await aFair()
    const [acme, globex] = [await aStand(fair, { name: 'Acme' }), await aStand(fair, { name: 'Globex' })]
    const [alice] = await inLine(fair, acme, ['Alice', 'Bob'])
    await acme.startInterview(alice, byNobody())
    await globex.pause(byNobody())
    const stands = await fair.standLines({ search: '', state: 'paused', sort: NAME, page: 1 })
    assert.deepEqual(
      stands.rows.map((line) => line.name),
      ['Globex']
    )
    const people = await fair.attendeeLines({ search: '', status: 'interviewing', sort: NAME, page: 1 })
    assert.deepEqual(
      people.rows.map((line) => [line.name, line.stand]),
      [['Alice Martin', 'Acme']]
    )
    assert.equal(people.total, 1)
  })

  test('somebody is found by name or by address', async ({ assert }) => {
    const fair = await aFair()
    await anAttendee(fair, 'Bob', (await person('bob')).id)
    await anAttendee(fair, 'Zoé')
    const found = async (search: string) =>
      (await fair.attendeeLines({ search, status: 'all', sort: NAME, page: 1 })).rows.map((line) => line.name)
    assert.deepEqual(await found('bob@example'), ['Bob Martin'])
    assert.deepEqual(await found('zoe mar'), ['Zoé Martin'])
  })

  test('the fairs of the week are open now or within seven days', async ({ assert }) => {
    const now = DateTime.utc()
    const at = (days: number) => ({ startsAt: now.plus({ days }), endsAt: now.plus({ days, hours: 4 }) })
    const names = ['Yesterday', 'In six days', 'In eight days', 'Yesterday but open']
    await aFair({ open: false, name: names[0], ...at(-1) })
    await aFair({ open: false, name: names[1], ...at(6) })
    await aFair({ open: false, name: names[2], ...at(8) })
    await aFair({ open: true, name: names[3], ...at(-1) })
    const shown = new Set((await fairsOfTheWeek(now)).map((card) => card.name))
    assert.deepEqual(
      names.map((name) => shown.has(name)),
      [false, true, false, true]
    )
  })

  test('a card counts the stands that recruit, as the page behind it', async ({ assert }) => {
    const fair = await aFair({ name: 'Zz counted' })
    const [paused] = [await aStand(fair), await aStand(fair), await aStand(fair)]
    await paused.pause(byNobody())
    const { rows } = await listFairs({ when: 'coming', search: 'zz counted', sort: { by: 'date', down: false }, page: 1 }, DateTime.utc())
    assert.equal(rows[0].stands, 2)
    assert.equal((await fair.standCards(null, { search: '', show: 'open', sort: NAME, page: 1 })).total, 2)
  })

  test('a fair that overruns is not past: people are in it', async ({ assert }) => {
    const now = DateTime.utc()
    const over = { startsAt: now.minus({ hours: 9 }), endsAt: now.minus({ hours: 1 }) }
    await aFair({ open: true, name: 'Zz still open', ...over })
    await aFair({ open: false, name: 'Zz over', ...over })
    const listed = async (when: 'coming' | 'past') =>
      (await listFairs({ when, search: 'zz ', sort: { by: 'date', down: false }, page: 1 }, now)).rows.map((fair) => fair.name)
    assert.deepEqual(await listed('coming'), ['Zz still open'])
    assert.deepEqual(await listed('past'), ['Zz over'])
  })

  test('whoever is inside has no place in the queue that the organiser unfolds; the others are numbered as at the stand', async ({
    assert,
  }) => {
    const fair = await aFair()
    const acme = await aStand(fair)
    const [alice] = await inLine(fair, acme, ['Alice', 'Bob', 'Chloé'])
    await acme.startInterview(alice, byNobody())
    const queue = (await fair.queuesOf([acme.id], 50)).get(acme.id)!
    assert.deepEqual(
      queue.map(({ rank }) => rank),
      [null, 1, 2]
    )
    const { waiting } = await acme.dashboard({ all: false, page: 1 }, DateTime.utc())
    assert.deepEqual(
      waiting.map(({ rank }) => rank),
      [1, 2]
    )
  })

  test('past fairs come the most recent first, coming ones the next first', async ({ assert }) => {
    const now = DateTime.utc()
    const at = (days: number) => ({ startsAt: now.plus({ days }), endsAt: now.plus({ days, hours: 4 }) })
    for (const [name, days] of [
      ['Zz past 1', -1],
      ['Zz past 9', -9],
      ['Zz soon 2', 2],
      ['Zz soon 9', 9],
    ] as const)
      await aFair({ open: false, name, ...at(days) })
    const listed = async (when: 'coming' | 'past') =>
      (await listFairs({ when, sort: { by: 'date', down: false }, search: 'zz', page: 1 }, now)).rows.map((card) => card.name)
    assert.deepEqual(await listed('past'), ['Zz past 1', 'Zz past 9'])
    assert.deepEqual(await listed('coming'), ['Zz soon 2', 'Zz soon 9'])
  })
})
