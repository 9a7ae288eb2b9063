import type { Group } from '@japa/runner/core'
import { type Agent, baseUrl } from '#tests/support/agent'

const open = new Set<Stream>()

/** An event stream as a page opens it, and what it has received so far. */
export class Stream {
  readonly messages: string[] = []
  ended = false
  readonly #abort = new AbortController()
  readonly #waiting = new Set<() => void>()

  private constructor(readonly status: number) {}

  /** Ends, after each test, the streams that it opened: the server waits for them before it closes. */
  static forGroup(group: Group) {
    group.each.teardown(() => {
      for (const stream of open) stream.close()
      open.clear()
    })
  }

  static async open(agent: Agent, channels: string[], since?: number) {
    const query = new URLSearchParams(channels.map((channel) => ['c', channel]))
    if (since) query.set('since', String(since))
    const abort = new AbortController()
    const response = await fetch(`${baseUrl()}/live?${query}`, {
      headers: { ...agent.headers, accept: 'text/event-stream' },
      signal: abort.signal,
    })
    const stream = new Stream(response.status)
    stream.#abort.signal.addEventListener('abort', () => abort.abort())
    open.add(stream)
    if (response.ok) void stream.#read(response.body!)
    else await response.body?.cancel()
    return stream
  }

  /** The channels signalled, in order; `refresh` when everything is to be asked again. The pulse of a quiet stream is none. */
  get heard() {
    return this.messages
      .map((message) => (message.includes('event: refresh') ? 'refresh' : (/"channel":"([^"]+)"/.exec(message)?.[1] ?? message)))
      .filter((channel) => channel !== '$$transmit/ping')
  }

  /** Resolves when the condition holds of what was received; fails after five seconds. */
  async until(condition: (stream: Stream) => boolean) {
    const deadline = Date.now() + 5000
    while (!condition(this)) {
      if (Date.now() > deadline) throw new Error(`The stream heard only ${JSON.stringify(this.heard)}${this.ended ? ' and ended' : ''}`)
      await new Promise<void>((resolve) => {
        this.#waiting.add(resolve)
        setTimeout(resolve, deadline - Date.now() + 1).unref()
      })
    }
  }

  close() {
    this.#abort.abort()
  }

  async #read(body: ReadableStream<Uint8Array>) {
    const decoder = new TextDecoder()
    let rest = ''
    try {
      for await (const chunk of body) {
        const parts = (rest + decoder.decode(chunk, { stream: true })).split('\n\n')
        rest = parts.pop()!
        this.messages.push(...parts.filter((part) => part && !part.startsWith(':')))
        this.#wake()
      }
    } catch (error) {
      if (!this.#abort.signal.aborted) throw error
    }
    this.ended = true
    this.#wake()
  }

  #wake() {
    for (const resolve of this.#waiting) resolve()
    this.#waiting.clear()
  }
}
