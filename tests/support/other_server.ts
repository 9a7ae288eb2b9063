import { freePort } from '#tests/support/port'
import { Running } from '#tests/support/processes'

/** A web server in a process of its own, on the database of the tests: it may be stopped and started again, on the same port. */
export class OtherServer {
  #running?: Running

  private constructor(readonly port: number) {}

  static async open() {
    return new OtherServer(await freePort())
  }

  get url() {
    return `http://127.0.0.1:${this.port}`
  }

  /** @param ahead the time that has passed for it (ms), when that is not ours */
  async start(ahead = 0) {
    const env = { ...process.env, PORT: String(this.port), APP_URL: this.url, TEST_AHEAD: String(ahead), DEMO: '0', NODE_NO_WARNINGS: '1' }
    const command = [process.execPath, '--import=@poppinss/ts-exec', '--import=./tests/support/ahead.ts', 'bin/server.ts']
    this.#running = new Running(command, { cwd: process.cwd(), env })
    await this.#running.says('Tremplin is running on')
  }

  async stop() {
    if (this.#running?.ended === false) await this.#running.end('SIGTERM')
  }
}
