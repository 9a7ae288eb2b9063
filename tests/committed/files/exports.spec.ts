import { once } from 'node:events'
import { type IncomingMessage, createServer, get } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { HttpContextFactory, RequestFactory, ResponseFactory } from '@adonisjs/core/factories/http'
import i18nManager from '@adonisjs/i18n/services/main'
import db from '@adonisjs/lucid/services/db'
import { getActiveTest, test } from '@japa/runner'
import { inBatches } from '#models/mixins/paging'
import { type Column, streamCsv } from '#services/csv'
import { eventually } from '#tests/support/time'

interface Row {
  id: number
  name: string
}

const ROWS = 200_000
const COLUMNS: Column<Row>[] = [
  { title: 'fair.stands.name', of: ({ name }) => name },
  { title: 'fair.attendees.queues', kind: 'number', of: ({ id }) => id },
]

/** 200,000 rows of the database, a batch a query. */
function rows(onBatch: (batch: number) => void) {
  let batch = 0
  return inBatches<Row>(async (after, size) => {
    onBatch(++batch)
    const { rows } = await db.rawQuery(
      `select n::bigint as id, 'Entreprise ' || n || repeat(' et associés', 8) as name from generate_series(:from::int, least(:total::int, :to::int)) n`,
      { from: after + 1, to: after + size, total: ROWS }
    )
    return rows as Row[]
  })
}

/** The answer to somebody who asks for them as a file. */
async function asked(source: AsyncIterable<Row>): Promise<IncomingMessage> {
  const server = createServer(async (req, res) => {
    const request = new RequestFactory().merge({ req, res }).create()
    const response = new ResponseFactory().merge({ req, res }).create()
    const ctx = new HttpContextFactory().merge({ request, response }).create()
    ctx.i18n = i18nManager.locale('fr')
    await streamCsv(ctx, 'Entreprises', COLUMNS, source)
    response.finish()
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  getActiveTest()!.cleanup(() => {
    server.closeAllConnections()
    server.close()
  })
  const [answer] = await once(get({ port: (server.address() as AddressInfo).port, host: '127.0.0.1' }), 'response')
  return answer as IncomingMessage
}

test.group('An export', () => {
  test(`of ${ROWS.toLocaleString('en')} rows holds a few of them at a time`, async ({ assert }) => {
    setFlagsFromString('--expose-gc')
    const gc = runInNewContext('gc') as () => void
    const heaps: number[] = []
    const answer = await asked(
      rows((batch) => {
        if (batch % 66 !== 2) return
        gc()
        heaps.push(process.memoryUsage().heapUsed / 1024 / 1024)
      })
    )
    let bytes = 0
    let last = ''
    for await (const chunk of answer as AsyncIterable<Buffer>) {
      bytes += chunk.length
      last = chunk.subarray(-30).toString()
    }
    assert.match(last, /;200000\r\n$/)
    assert.isAbove(bytes, 20 * 1024 * 1024)
    assert.isBelow(Math.max(...heaps) - heaps[0], 10, `MB more than at its first batch: ${heaps.map(Math.round)}`)
  }).timeout(30_000)

  test('asks the database no faster than it is read, and no longer once its reader is gone', async ({ assert }) => {
    let asks = 0
    const answer = await asked(rows(() => asks++))
    const unread = await settled(() => asks)
    assert.isBelow(unread, 60, 'nobody reads: what the connection holds is all that is asked for')
    answer.destroy()
    assert.isAtMost((await settled(() => asks)) - unread, 2)
  })

  test('that breaks off in the middle is cut, so that nobody takes it for the whole', async ({ assert }) => {
    const answer = await asked(
      rows((batch) => {
        if (batch === 5) throw new Error('the disk is full')
      })
    )
    await assert.rejects(() => buffer(answer), 'aborted')
    assert.isFalse(answer.complete)
  })

  test('that fails before its first row is an error as any other', async ({ assert }) => {
    const ctx = new HttpContextFactory().create()
    ctx.i18n = i18nManager.locale('fr')
    const failing = rows(() => {
      throw new Error('the disk is full')
    })
    await assert.rejects(() => streamCsv(ctx, 'Entreprises', COLUMNS, failing), 'the disk is full')
    assert.isFalse(ctx.response.hasStream)
  })
})

/** The value once it has stayed the same for as long as the database takes for a nap. */
async function settled(value: () => number) {
  let before = -1
  await eventually(async () => {
    const now = value()
    await db.rawQuery('select pg_sleep(0.1)')
    const stable = now === before && now === value()
    before = now
    if (!stable) throw new Error('it still moves')
  })
  return before
}
