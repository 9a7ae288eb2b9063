/*
 * Pages that live: each holds its stream, and refetches its part when it is told to, as live.js does. What is measured is from the
 * commit, as PostgreSQL tells it to whoever listens, to the end of the first refetch that began after it. In a process of their own.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { type Socket, connect } from 'node:net'
import pg from 'pg'
import { clock } from '../timings.js'
import { Wire, wasGivenBack } from './wire.js'

export interface LivePage {
  /** GET /live?c=… */
  stream: string
  /** GET of its part */
  region: string
  channels: string[]
}

export type PagesOrder =
  | { open: { port: number; pages: LivePage[]; atOnce: number; database: pg.ClientConfig; channel: string } }
  | { collect: true }

export interface Collected {
  /** from each commit to the page that shows it (ms) */
  delays: number[]
  fetches: number
  unexpected: Record<number, number>
}

/** As live.js: between two refetches of one part (ms). */
const QUIET = 250

let collected: Collected = fresh()
const pages: Page[] = []

class Page {
  /** the oldest commit that it does not show yet */
  #commits: number[] = []
  #quiet = false
  #again = false
  #later?: NodeJS.Timeout
  #wire?: Wire
  readonly channels: Set<string>

  constructor(
    readonly page: LivePage,
    readonly port: number
  ) {
    this.channels = new Set(page.channels)
  }

  committed(at: number, channels: string[]) {
    if (channels.some((channel) => this.channels.has(channel))) this.#commits.push(at)
  }

  told(crowd: number) {
    if (crowd === 0) return this.#refresh()
    this.#later ??= setTimeout(() => this.#refresh(), Math.random() * crowd)
  }

  #refresh() {
    clearTimeout(this.#later)
    this.#later = undefined
    if (this.#quiet) return void (this.#again = true)
    this.#quiet = true
    setTimeout(() => this.#next(), QUIET)
    void this.#fetch()
  }

  #next() {
    this.#quiet = false
    if (!this.#again) return
    this.#again = false
    this.#refresh()
  }

  async #fetch() {
    await this.#last
    const began = clock()
    const status = await this.#queue(() => this.#ask())
    const ended = clock()
    collected.fetches++
    if (status !== 200) collected.unexpected[status] = (collected.unexpected[status] ?? 0) + 1
    const shown = this.#commits.filter((at) => at <= began)
    this.#commits = this.#commits.filter((at) => at > began)
    collected.delays.push(...shown.map((at) => ended - at))
  }

  async #ask() {
    try {
      return await (await this.#connected()).send(this.page.region)
    } catch (error) {
      if (!wasGivenBack(error)) throw error
      this.#wire = undefined
      return (await this.#connected()).send(this.page.region)
    }
  }

  async #connected() {
    if (this.#wire?.isStale) this.#wire.close()
    return (this.#wire = this.#wire?.isStale === false ? this.#wire : await Wire.open(this.port))
  }

  #last: Promise<unknown> = Promise.resolve()

  #queue<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work)
    this.#last = turn
    return turn
  }
}

process.on('message', async (order: PagesOrder) => {
  if ('open' in order) return process.send?.({ opened: await open(order.open) })
  process.send?.(collected)
  collected = fresh()
})
process.on('disconnect', () => process.exit(0))

async function open({ port, pages: wanted, atOnce, database, channel }: Extract<PagesOrder, { open: object }>['open']) {
  if (pages.length === 0) await listen(database, channel)
  let next = 0
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (next < wanted.length) await openOne(new Page(wanted[next++], port))
    })
  )
  return wanted.length
}

async function listen(database: pg.ClientConfig, channel: string) {
  const client = new pg.Client(database)
  await client.connect()
  client.on('notification', ({ payload }) => {
    const at = clock()
    const { channels } = JSON.parse(payload!) as { channels?: string[] }
    if (channels) for (const page of pages) page.committed(at, channels)
  })
  await client.query(`listen ${channel}`)
}

async function openOne(page: Page) {
  const socket = await stream(page)
  socket.on('close', () => process.exit(3))
  pages.push(page)
  await sleep(0)
}

function stream(page: Page) {
  return new Promise<Socket>((resolve, reject) => {
    let accepted = false
    let rest = ''
    const socket = connect(page.port, '127.0.0.1', () => socket.write(page.page.stream, 'latin1'))
    socket.on('error', reject)
    socket.on('data', (chunk) => {
      const lines = (rest + chunk.toString('latin1')).split('\n')
      rest = lines.pop()!
      const text = lines.join('\n')
      for (const [, payload] of text.matchAll(/^data: (\{"channel".*\})$/gm)) page.told(crowdOf(JSON.parse(payload)))
      if (/^event: refresh$/m.test(text)) page.told(0)
      if (accepted) return
      accepted = true
      if (text.startsWith('HTTP/1.1 200')) resolve(socket)
      else reject(new Error(`GET /live was answered ${text.slice(9, 12)}`))
    })
  })
}

/** How far the refetches of a crowd are spread (ms), as live.js understands what the server says. */
function crowdOf({ payload }: { payload: { crowd?: number } | null }) {
  return payload?.crowd ?? 0
}

function fresh(): Collected {
  return { delays: [], fetches: 0, unexpected: {} }
}
