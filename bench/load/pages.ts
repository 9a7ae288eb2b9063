/*
 * Pages that live: each holds its stream, and refetches its part when it is told to, as live.js does. What is measured is from the
 * commit, as PostgreSQL tells it to whoever listens, to the end of the first refetch that began after it. In a process of their own.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { once } from 'node:events'
import { type Socket, connect } from 'node:net'
import type pg from 'pg'
// @ts-expect-error what browsers run has no types
import { Later } from '../../resources/js/helpers/later.js'
import { clock } from '../timings.js'
import { launch } from './child.js'
import type { Heard } from './ear.js'
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
  /** from each commit to the page that must show it soon (ms) */
  delays: number[]
  /** to the page of somebody whose turn is far */
  calm: number[]
  fetches: number
  unexpected: Record<number, number>
}

/** As live.js: between two refetches of one part (ms), and the part of a moment in which what can wait is asked for. */
const QUIET = 250
const LATE = 0.9

/** Refetches that are remembered, for a commit that is heard of after the page was told. */
const MEMORY = 8

/**
 * The server may hear a commit, and tell its pages, some milliseconds before the ear does (ms): nobody is told of what was not
 * committed, so then that is the later time. Not where another commit on the channel was heard this shortly before (ms): the server
 * says two of them once, and the page may have been told of the first.
 */
const AHEAD = 20
const APART = 300

interface Payload {
  crowd?: number
  calm?: number
}

interface Shown {
  began: number
  ended: number
}

let collected: Collected = fresh()
const later = new Later()
const pages: Page[] = []

class Page {
  /** those that it does not show yet */
  #commits: { at: number; soon: boolean }[] = []
  #shown: Shown[] = []
  /** when it was told of each channel last */
  readonly #told = new Map<string, number>()
  #quiet = false
  #again = false
  #wire?: Wire
  readonly channels: Set<string>
  /** those of them that it is told of calmly: its part says so */
  #calm = new Set<string>()

  constructor(
    readonly page: LivePage,
    readonly port: number
  ) {
    this.channels = new Set(page.channels)
  }

  /** @param apart those of the channels on which nothing was committed shortly before */
  committed(heard: number, channels: string[], apart: Set<string>) {
    const concerned = channels.filter((channel) => this.channels.has(channel))
    if (concerned.length === 0) return
    const told = concerned.filter((channel) => apart.has(channel)).map((channel) => this.#told.get(channel) ?? 0)
    const at = Math.min(heard, ...told.filter((time) => time > heard - AHEAD))
    const commit = { at, soon: concerned.some((channel) => !this.#calm.has(channel)) }
    const shown = this.#shown.find(({ began }) => began >= at)
    if (shown) note(commit, shown.ended)
    else this.#commits.push(commit)
  }

  told({ channel, payload }: { channel: string; payload: Payload | null }) {
    // Transmit's ping goes to every page at once, and is not about what any of them shows.
    if (!this.channels.has(channel)) return
    this.#told.set(channel, clock())
    const calm = this.#calm.has(channel) && payload?.calm
    if (calm) later.within(calm, this, () => this.#refresh(), LATE)
    else if (payload?.crowd) later.within(payload.crowd, this, () => this.#refresh())
    else this.#refresh()
  }

  refreshAll() {
    this.#refresh()
  }

  #refresh() {
    later.drop(this)
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
    const { status, text } = await this.#queue(() => this.#ask())
    const ended = clock()
    this.#calm = new Set(/ data-calm="([^"]*)"/.exec(text)?.[1].split(' '))
    this.#shown = [...this.#shown.slice(1 - MEMORY), { began, ended }]
    collected.fetches++
    if (status !== 200) collected.unexpected[status] = (collected.unexpected[status] ?? 0) + 1
    for (const commit of this.#commits) if (commit.at <= began) note(commit, ended)
    this.#commits = this.#commits.filter(({ at }) => at > began)
  }

  async #ask() {
    try {
      return await (await this.#connected()).read(this.page.region)
    } catch (error) {
      if (!wasGivenBack(error)) throw error
      this.#wire = undefined
      return (await this.#connected()).read(this.page.region)
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

function note({ at, soon }: { at: number; soon: boolean }, ended: number) {
  collected[soon ? 'delays' : 'calm'].push(ended - at)
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
  const ear = launch('ear.ts')
  ear.send({ database, channel })
  const last = new Map<string, number>()
  ear.on('message', ({ at, channels }: Heard) => {
    const apart = new Set(channels.filter((one) => at - (last.get(one) ?? 0) > APART))
    for (const one of channels) last.set(one, at)
    for (const page of pages) page.committed(at, channels, apart)
  })
  await once(ear, 'message')
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
      for (const [, payload] of text.matchAll(/^data: (\{"channel".*\})$/gm)) page.told(JSON.parse(payload))
      if (/^event: refresh$/m.test(text)) page.refreshAll()
      if (accepted) return
      accepted = true
      if (text.startsWith('HTTP/1.1 200')) resolve(socket)
      else reject(new Error(`GET /live was answered ${text.slice(9, 12)}`))
    })
  })
}

function fresh(): Collected {
  return { delays: [], calm: [], fetches: 0, unexpected: {} }
}
