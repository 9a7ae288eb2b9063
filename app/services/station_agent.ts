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
  /** whose files may be left here, as kept before this start; null for nobody's */
  session: number | null
  /** keeps that, for a computer that is switched off */
  keep: (session: number | null) => Promise<void>
  log: (words: string) => void
  /** between two words to the server (ms) */
  beat?: number
}

/** Between two words to the server (ms) unless told otherwise, and between two looks at the clock. */
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
  /** whose files may be here: from before the unlock until they are cleaned away, whatever happens to the computer meanwhile */
  #session: number | null
  #lease: Lease | null = null
  #clock = { server: Date.now(), counted: performance.now() }
  #lostAt: number | null = null
  #outage = 0
  #askedAt = 0
  #work: Promise<unknown> = Promise.resolve()
  readonly #stopping = new AbortController()

  constructor(readonly options: Options) {
    this.#session = options.session
  }

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
    while (await this.#after(this.options.beat ?? BEAT)) await this.#beat()
  }

  async #looks() {
    while (await this.#after(LOOK)) if (this.#due()) await this.#queue(() => this.#close(this.#due()))
  }

  /**
   * What is to be done although nobody says so: the time that was signed is over, or the server has been away for longer than the site
   * allows. Then whose time is not over finds their files again.
   */
  #due() {
    if (!this.#open) return null
    const now = this.#now()
    if (now >= (this.#lease?.endsAt ?? 0)) return 'clean'
    return this.#lostAt !== null && now - this.#lostAt > this.#outage ? 'lock' : null
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
      const told = { version: 'agent-1', offset: String(Math.round(Date.now() - this.#now())), since: String(Math.floor(this.#askedAt)) }
      const path = `/station/heartbeats?${new URLSearchParams(told)}`
      const { now, changed } = await this.#ask<{ now: number; changed: boolean }>(path, { method: 'POST' })
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
      else await this.#close(state.session?.id === this.#session ? 'lock' : 'clean')
    })
  }

  async #unlock(session: number) {
    if (this.#open && this.#session === session) return
    if (this.#session !== session) await this.#close('clean')
    await this.#keep(session)
    this.#open = true
    await this.options.run('unlock', session)
  }

  /** @param last `lock` while the visitor may come back, `clean` when not; null when there is nothing to do any more */
  async #close(last: 'lock' | 'clean' | null) {
    if (last === null) return
    if (this.#open !== false) await this.options.run('lock', this.#session)
    this.#open = false
    if (last === 'lock' || this.#session === null) return
    await this.options.run('clean', this.#session)
    await this.#keep(null)
  }

  /** A disk that takes nothing is no reason to let nobody in. */
  async #keep(session: number | null) {
    this.#session = session
    await this.options.keep(session).catch((error: Error) => this.options.log(`who is here could not be written: ${error.message}`))
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
