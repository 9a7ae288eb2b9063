import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { ROOT } from './workspace.js'

/** What the server says of itself: CPU in µs since it began, memory in bytes. */
export interface Probe {
  cpu: { user: number; system: number }
  memory: NodeJS.MemoryUsage
}

const PATIENCE = 90_000

/** A server of this application, or any script that answers on a port, in a process of its own. */
export class Server {
  readonly #child: ChildProcess
  #output = ''
  #probes = 0
  /** from the command to the first answer (ms) */
  startedIn = 0

  private constructor(args: string[]) {
    this.#child = spawn(process.execPath, args, {
      cwd: ROOT,
      env: { ...process.env, NODE_NO_WARNINGS: '1' },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    process.once('exit', () => this.#child.kill('SIGKILL'))
    for (const stream of [this.#child.stdout!, this.#child.stderr!]) stream.on('data', (chunk) => (this.#output += chunk))
  }

  /** The production build as `npm start` runs it: made again first when the sources have changed. */
  static async start(port: number) {
    const flags = process.env.BENCH_SERVER_FLAGS?.split(' ') ?? []
    const server = new Server([...flags, '--import', probe, join(ROOT, 'bin/start.js')])
    const complete = server.#complete()
    await this.#answering(server, `http://127.0.0.1:${port}/health/ready`)
    await complete
    return server
  }

  /** A server that only answers, for comparison. */
  static async bare(port: number) {
    return this.#answering(new Server(['--import', probe, join(ROOT, 'bench/bare.js'), String(port)]), `http://127.0.0.1:${port}/`)
  }

  static async #answering(server: Server, address: string) {
    const began = performance.now()
    while (!(await answers(address))) {
      if (server.#child.exitCode !== null || performance.now() - began > PATIENCE)
        throw new Error(`The server did not start.\n${server.#output}`)
      await sleep(5)
    }
    server.startedIn = performance.now() - began
    return server
  }

  /** What it printed last, for whoever looks for the reason of a failure. */
  get lastWords() {
    return this.#output
      .trimEnd()
      .split('\n')
      .slice(-10)
      .map((line) => line.slice(0, 400))
      .join('\n')
  }

  /** It answers before all that it does besides has begun (ears, timers); AdonisJS tells its parent when that has. */
  #complete() {
    return new Promise<void>((resolve) => {
      this.#child.on('message', (message) => message === 'ready' && resolve())
    })
  }

  /** The most that it has held in memory (MiB), as Linux says. */
  get peak() {
    return Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${this.#child.pid}/status`, 'utf8'))![1]) / 1024
  }

  async probe({ gc = false } = {}): Promise<Probe> {
    const id = ++this.#probes
    const answer = new Promise<Probe>((resolve) => {
      const listen = (message: Probe & { probe?: number }) => {
        if (message.probe !== id) return
        this.#child.off('message', listen)
        resolve(message)
      }
      this.#child.on('message', listen)
    })
    this.#child.send({ probe: id, gc })
    return answer
  }

  async stop() {
    if (this.#child.exitCode !== null) throw new Error(`The server had already ended.\n${this.lastWords}`)
    this.#child.kill('SIGTERM')
    const [code] = await once(this.#child, 'exit')
    if (code !== 0) throw new Error(`The server ended with ${code}.\n${this.lastWords}`)
  }
}

const probe = join(ROOT, 'bench/probe.js')

async function answers(address: string) {
  try {
    return (await fetch(address, { signal: AbortSignal.timeout(5000) })).ok
  } catch (error) {
    // Nobody listens there yet; anything else is a surprise.
    if ((error as { cause?: { code?: string } }).cause?.code === 'ECONNREFUSED') return false
    throw error
  }
}
