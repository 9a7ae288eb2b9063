import type { ServerResponse } from 'node:http'
import type { Readable } from 'node:stream'
import transmit from '@adonisjs/transmit/services/main'
import type { Lost } from '#models/mixins/live'
import { BUSY, busyness, partsUnderWay } from '#services/busyness'

export interface Holder {
  signIn?: number
  user?: number
  /** the public computer that it is */
  station?: number
  links: number[]
}

interface OpenStream {
  holder: Holder
  response: ServerResponse
  /** what writes to it whatever its channels are told */
  source?: Readable
  /** not before its page has been told who may listen */
  open: boolean
  /** a right was lost while it was being opened */
  lost: boolean
}

/** Over how long (ms) pages are to refetch: all that listen, or, within it and late, those that show somebody whose turn is far. */
interface Moments {
  crowd: number
  calm?: number
}

/**
 * Above this many watchers a channel's pages refetch spread over a moment, so that they do not all ask at once: a short one, longer
 * when this process holds so many streams that it could not answer them all in it. Fewer are told apart from the others.
 */
const CROWD = 50
const FEW = 10
/** The moment (ms): the shortest, for each stream, the longest. */
const SHORT = 300
const EACH = 2.2
const LONG = 8000
/** Within which (ms) somebody whose turn is far is told that it came nearer, where more than so many pages are open. */
const CALM = 1500
const CALM_FROM = 300
/** Up to this in a process that does nothing else any more, from this share of its time on: what is told again meanwhile is asked once. */
const CALM_BUSY = 2300
/** From so many parts under way on, some wait for others, and who can wait leaves them the place, the longer the more there are. */
const TOO_MANY = 100
/** For what is only around a queue (ms): for each stream of a process that does nothing else any more, and the longest. */
const AROUND_EACH = 45
const AROUND_LONG = 45_000

/** How far back a page that opens its stream can be told that it has missed something (ms). */
const MEMORY = 60_000

/** The clocks of the machines that render and stream may differ by this much (ms). */
const DRIFT = 1000

/** The event streams that this process holds, and whose rights opened each of them. */
class LiveStreams {
  readonly #open = new Map<string, OpenStream>()
  /** when each channel was last signalled, the most recent at the end */
  readonly #signalled = new Map<string, number>()
  /** what surrounds these channels has changed, and is not told yet */
  readonly #around = new Map<string, NodeJS.Timeout>()

  get count() {
    return this.#open.size
  }

  /**
   * Known from before its rights are looked at: one that is lost meanwhile, or a page that gives up, is not missed.
   * @returns whether it may still be opened, once they have been looked at
   */
  expect(uid: string, holder: Holder, response: ServerResponse): () => boolean {
    const stream: OpenStream = { holder, response, open: false, lost: false }
    this.#open.set(uid, stream)
    response.on('pipe', (source: Readable) => (stream.source = source))
    response.on('close', () => this.#open.delete(uid))
    return () => {
      stream.open = !stream.lost && !response.destroyed
      return stream.open
    }
  }

  /** It was refused: the connection itself may serve other requests. */
  forget(uid: string) {
    this.#open.delete(uid)
  }

  /** @param since when the page was rendered (ms): what was signalled between that and now was lost for it */
  catchUp(response: ServerResponse, channels: string[], since: number) {
    if (channels.some((channel) => this.wasTold(channel, since))) response.write('event: refresh\ndata: 1\n\n')
  }

  /** Whether something was signalled there since an instant (ms), as far as this process remembers. */
  wasTold(channel: string, since: number) {
    return Date.now() - since > MEMORY || (this.#signalled.get(channel) ?? 0) > since - DRIFT
  }

  broadcast(channel: string) {
    const crowd = this.#spread(transmit.getSubscribersFor(channel).length)
    this.#tell(channel, { crowd, calm: channel.endsWith('/queue') && this.count > CALM_FROM ? calmFor(busyness(), partsUnderWay()) : 0 })
  }

  /** What is not worth a hurry, gathered: the fewer streams and the less there is to do, the sooner all the same. */
  broadcastAround(channel: string) {
    if (this.#around.has(channel)) return
    const half = Math.round(this.#leisure / 2)
    const tell = () => {
      this.#around.delete(channel)
      for (const told of [channel, `${channel}/queue`]) this.#tell(told, { crowd: half })
    }
    if (half) this.#around.set(channel, setTimeout(tell, half).unref())
    else tell()
  }

  #tell(channel: string, moments: Moments) {
    this.#remember(channel)
    const said = Object.entries(moments).filter(([, moment]) => moment > 0)
    transmit.broadcast(channel, said.length ? Object.fromEntries(said) : null)
  }

  /** Over how long (ms) what can wait is told. */
  get #leisure() {
    const moment = Math.min(AROUND_LONG, Math.round(this.count * Math.max(EACH, AROUND_EACH * busyness())))
    return moment > SHORT ? moment : 0
  }

  /** Over how long (ms) as many watchers of one channel are to refetch. */
  #spread(watchers: number) {
    const needed = Math.min(LONG, Math.round(this.count * EACH))
    if (watchers <= FEW || (watchers <= CROWD && needed <= SHORT)) return 0
    return Math.max(SHORT, needed)
  }

  /** Something may have been missed: every page asks again for what it shows. */
  refreshAll() {
    for (const { response, open, lost } of this.#open.values()) if (open && !lost) response.write('event: refresh\ndata: 1\n\n')
  }

  /** Ends the streams of a sign-in, a link, a user or a station; their pages reconnect and are asked who they are again. */
  end(lost: Lost) {
    for (const stream of this.#open.values()) {
      const { holder } = stream
      const concerned =
        (lost.signIn !== undefined && holder.signIn === lost.signIn) ||
        (lost.user !== undefined && holder.user === lost.user) ||
        (lost.station !== undefined && holder.station === lost.station) ||
        (lost.link !== undefined && holder.links.includes(lost.link))
      if (!concerned) continue
      stream.lost = true
      if (stream.open) finish(stream, 'event: refresh\ndata: 1\n\n')
    }
  }

  #remember(channel: string) {
    this.#signalled.delete(channel)
    this.#signalled.set(channel, Date.now())
    for (const [old, at] of this.#signalled) {
      if (Date.now() - at < MEMORY) break
      this.#signalled.delete(old)
    }
  }

  endAll() {
    for (const timer of this.#around.values()) clearTimeout(timer)
    this.#around.clear()
    for (const stream of this.#open.values()) if (stream.open) finish(stream)
  }
}

/**
 * Within which somebody whose turn is far is told (ms).
 * @param busy the share of its time in which the process is at work
 * @param underWay parts that are asked for and not answered
 */
export function calmFor(busy: number, underWay: number) {
  const moment = CALM + (CALM_BUSY - CALM) * Math.max(0, (busy - BUSY) / (1 - BUSY))
  return Math.round(Math.min(LONG, moment * Math.max(1, underWay / TOO_MANY)))
}

/** What is broadcast before its connection closes has nowhere to go: written after the end, it would stop the process. */
function finish({ source, response }: OpenStream, last = '') {
  source?.unpipe(response)
  response.end(last)
}

export const streams = new LiveStreams()
