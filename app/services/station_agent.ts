import { setTimeout as sleep } from 'node:timers/promises'
import { type Lease, unseal } from '#services/lease_signature'

/** Of what the server answers, what a program needs. */
interface State {
  screen: string
  now: number
  poste: { id: number; name: string }
  site: { outageMinutes: number }
  session: { id: number; lease: string | null } | null
  leaseKey: string
}

/** What a site does on its own computers: lock the screen, unlock it, and clean after a visitor. */
export type Moment = 'lock' | 'unlock' | 'clean'

interface Options {
  server: string
  token: string
  /** does what the site does at that moment */
  run: (moment: Moment, session: number | null) => Promise<void>
  log: (words: string) => void
}

/** Between two words to the server (ms), and between two looks at the clock. */
const BEAT = 10_000
const LOOK = 250
/** Before a stream that broke is opened again (ms). */
const AGAIN = 2000

/**
 * What stands beside the page of a poste: a page alone cannot lock a computer. It follows the same state with a secret of its own, holds
 * the same signed lease, and locks at its end whether the server is there or not.
 */
export class StationAgent {
  /** null until the first lock */
  #open: boolean | null = null
  #session: number | null = null
  #lease: Lease | null = null
  #clock = { server: Date.now(), counted: performance.now() }
  #lostAt: number | null = null
  #outage = 0
  #askedAt = 0
  #work: Promise<unknown> = Promise.resolve()
  readonly #stopping = new AbortController()

  constructor(readonly options: Options) {}

  /** Until it is stopped. Locked at first: what was open before is not known. */
  async start() {
    await this.#queue(() => this.#close('lock'))
    await this.#beat()
    await Promise.all([this.#beats(), this.#looks(), this.#listens()])
  }

  stop() {
    this.#stopping.abort()
  }

  async #beats() {
    while (await this.#after(BEAT)) await this.#beat()
  }

  async #looks() {
    while (await this.#after(LOOK)) if (this.#isOver()) await this.#queue(() => this.#close('clean'))
  }

  /** The time that was signed is over, or the server has been away for longer than the site allows. */
  #isOver() {
    if (!this.#open) return false
    const now = this.#now()
    return now >= (this.#lease?.endsAt ?? 0) || (this.#lostAt !== null && now - this.#lostAt > this.#outage)
  }

  async #listens() {
    while (!this.#stopping.signal.aborted) {
      await this.#listen().catch((error: Error) => this.options.log(`the stream broke: ${error.message}`))
      await this.#after(AGAIN)
    }
  }

  async #listen() {
    const { poste } = await this.#ask<State>('/station/state')
    const response = await this.#send(`/live?c=postes/${poste.id}`)
    for await (const chunk of response.body!) if (new TextDecoder().decode(chunk).includes('data:')) await this.#look()
  }

  async #beat() {
    try {
      const asked = performance.now()
      const body = JSON.stringify({ version: 'agent-1', offset: Math.round(Date.now() - this.#now()), since: Math.floor(this.#askedAt) })
      const { now, changed } = await this.#ask<{ now: number; changed: boolean }>('/station/heartbeats', { method: 'POST', body })
      this.#clock = { server: now + (performance.now() - asked) / 2, counted: performance.now() }
      if (changed || this.#lostAt !== null) await this.#look()
      this.#askedAt = now
      this.#lostAt = null
    } catch (error) {
      this.#lostAt ??= this.#now()
      this.options.log(`the server does not answer: ${(error as Error).message}`)
    }
  }

  /** Does what the server says now. */
  async #look() {
    const state = await this.#ask<State>('/station/state')
    await this.#queue(async () => {
      this.#outage = state.site.outageMinutes * 60_000
      this.#lease = state.session?.lease ? await unseal(state.session.lease, state.leaseKey) : null
      if (state.screen === 'session' && this.#lease) await this.#unlock(state.session!.id)
      else await this.#close(state.screen === 'suspended' ? 'lock' : 'clean')
    })
  }

  async #unlock(session: number) {
    if (this.#open && this.#session === session) return
    this.#open = true
    this.#session = session
    await this.options.run('unlock', session)
  }

  /** @param after what follows the lock: nothing while a session is suspended, whose visitor comes back */
  async #close(after: Moment) {
    if (this.#open !== false) await this.options.run('lock', this.#session)
    this.#open = false
    if (after !== 'clean' || this.#session === null) return
    await this.options.run('clean', this.#session)
    this.#session = null
  }

  #now() {
    return this.#clock.server + (performance.now() - this.#clock.counted)
  }

  /** One thing at a time, in the order in which they came. */
  #queue(work: () => Promise<void>) {
    const done = this.#work.then(work)
    this.#work = done.catch((error: Error) => this.options.log(error.message))
    return done
  }

  async #ask<T>(path: string, init: RequestInit = {}): Promise<T> {
    return (await (await this.#send(path, init)).json()) as T
  }

  async #send(path: string, init: RequestInit = {}) {
    const headers = { authorization: `Bearer ${this.options.token}`, accept: 'application/json', 'content-type': 'application/json' }
    const response = await fetch(new URL(path, this.options.server), { ...init, headers, signal: this.#stopping.signal })
    if (!response.ok) throw new Error(`${path} answered ${response.status}`)
    return response
  }

  /** @returns false once it is stopped */
  async #after(delay: number) {
    await sleep(delay, undefined, { signal: this.#stopping.signal }).catch(() => undefined)
    return !this.#stopping.signal.aborted
  }
}
