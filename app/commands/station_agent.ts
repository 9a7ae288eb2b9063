import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import type { Moment } from '#services/station_agent'

/** `node ace station:agent --server https://… --code ABC234`: the first time; afterwards without the code. */
export default class StationAgentCommand extends BaseCommand {
  static override commandName = 'station:agent'
  static override description = 'Lock, unlock and clean this public computer as its site says; runs until it is stopped'
  static override options: CommandOptions = { startApp: false, staysAlive: true }

  @flags.string({ description: 'Address of Tremplin', required: true })
  declare server: string

  @flags.string({ description: 'Set-up code that the desk shows, the first time' })
  declare code?: string

  @flags.string({ description: 'Where the secret of this computer is kept', default: 'station-token' })
  declare tokenFile: string

  @flags.string({ description: 'Command that locks the screen', default: '' })
  declare lock: string

  @flags.string({ description: 'Command that unlocks it', default: '' })
  declare unlock: string

  @flags.string({ description: 'Command that cleans after a visitor', default: '' })
  declare clean: string

  override async run() {
    const { StationAgent } = await import('#services/station_agent')
    const token = this.code ? await this.#pair(this.code) : (await readFile(this.tokenFile, 'utf8')).trim()
    const run = (moment: Moment, session: number | null) => this.#do(moment, session)
    const kept = { session: await this.#kept(), keep: (session: number | null) => this.#keep(session) }
    const agent = new StationAgent({ server: this.server, token, run, ...kept, log: (words) => this.logger.warning(words) })
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => agent.stop())
    this.logger.success('this computer follows its poste')
    await agent.start()
    await this.terminate()
  }

  get #sessionFile() {
    return `${this.tokenFile}.session`
  }

  /** Whose files may still be here: of a file that says nothing, nobody's that comes back. */
  async #kept() {
    if (!existsSync(this.#sessionFile)) return null
    return Number.parseInt(await readFile(this.#sessionFile, 'utf8'), 10) || 0
  }

  /** Beside the secret, and on the disk before anybody is let in. */
  async #keep(session: number | null) {
    if (session === null) await rm(this.#sessionFile, { force: true })
    else await writeFile(this.#sessionFile, String(session), { mode: 0o600, flush: true })
  }

  async #pair(code: string) {
    const response = await fetch(new URL('/station/pairing', this.server), {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ code, kind: 'agent' }),
    })
    const answer = (await response.json()) as { token?: string; message?: string }
    if (!answer.token) throw new Error(answer.message ?? `The server answered ${response.status}`)
    await writeFile(this.tokenFile, answer.token, { mode: 0o600 })
    return answer.token
  }

  /** A command that fails is said, and stops nothing: the next moment comes all the same. */
  async #do(moment: Moment, session: number | null) {
    const command = this[moment]
    this.logger.info(`${moment}${session ? ` (session ${session})` : ''}`)
    if (!command) return
    const child = spawn(command, { shell: true, stdio: 'inherit', env: { ...process.env, TREMPLIN_SESSION: String(session ?? '') } })
    const [code] = await once(child, 'exit')
    if (code !== 0) this.logger.error(`${moment}: "${command}" ended with ${code}`)
  }
}
