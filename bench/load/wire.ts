import { type Socket, connect } from 'node:net'

/** The server gave the connection back at the instant when it was used: browsers then ask once more. */
export function wasGivenBack(error: unknown) {
  return error instanceof Error && ('code' in error ? error.code === 'ECONNRESET' || error.code === 'EPIPE' : error.message === CLOSED)
}

const CLOSED = 'The server closed the connection'

/** Node's own servers wait for five seconds (ms). */
const IDLE = 3000

const NOTHING: Buffer = Buffer.alloc(0)

/** Its text is read as if each byte were a character: good enough to look for something in it. */
interface Answer {
  status: number
  text: string
}

/**
 * One HTTP/1.1 connection that stays open, one request at a time. Node's own clients, and those written on them, cost
 * as much as the bare server that they would measure; this reads just enough to know where an answer ends.
 */
export class Wire {
  readonly #socket: Socket
  #received = NOTHING
  #used = performance.now()
  #waiting?: { resolve: (answer: Answer) => void; reject: (error: Error) => void }

  private constructor(socket: Socket) {
    this.#socket = socket.setNoDelay(true)
    socket.on('data', (chunk: Buffer) => this.#read(chunk))
    socket.on('error', (error) => this.#waiting?.reject(error))
    socket.on('close', () => this.#waiting?.reject(new Error(CLOSED)))
  }

  static open(port: number) {
    return new Promise<Wire>((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => resolve(new Wire(socket)))
      socket.once('error', reject)
    })
  }

  /** A server gives back a connection that nobody uses, and may do so at the instant when it is used again. */
  get isStale() {
    return performance.now() - this.#used > IDLE
  }

  /** @returns the status of the answer, once all of it has come */
  async send(request: string) {
    return (await this.read(request)).status
  }

  /** @returns the answer, once all of it has come */
  read(request: string) {
    return new Promise<Answer>((resolve, reject) => {
      this.#waiting = { resolve, reject }
      this.#used = performance.now()
      this.#socket.write(request, 'latin1')
    })
  }

  close() {
    this.#waiting = undefined
    this.#socket.destroy()
  }

  #read(chunk: Buffer) {
    this.#received = this.#received.length ? Buffer.concat([this.#received, chunk]) : chunk
    const head = this.#received.indexOf('\r\n\r\n')
    if (head < 0 || !this.#isWhole(head)) return
    const status = Number(this.#received.toString('latin1', 9, 12))
    const waiting = this.#waiting
    const text = this.#received.toString('latin1', head)
    this.#received = NOTHING
    this.#waiting = undefined
    waiting?.resolve({ status, text })
  }

  #isWhole(head: number) {
    const fields = this.#received.toString('latin1', 0, head).toLowerCase()
    const length = /\r\ncontent-length: (\d+)/.exec(fields)?.[1]
    if (length !== undefined) return this.#received.length >= head + 4 + Number(length)
    return !fields.includes('\r\ntransfer-encoding: chunked') || this.#received.subarray(-7).toString('latin1') === '\r\n0\r\n\r\n'
  }
}
