import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { EmbeddedPostgres } from '#services/embedded_postgres'
import { freePort } from '#tests/support/port'

export const ROOT = fileURLToPath(new URL('../', import.meta.url))

/** A throw-away installation: a folder, a key, a port and a database of its own, with the settings of production. */
export class Workspace {
  private constructor(
    readonly folder: string,
    readonly port: number
  ) {}

  /**
   * Sets the environment of this process too, because it opens the same database and signs the same cookies; so it
   * comes before anything of the application is imported. The folder is beside the real database, not in the
   * system's own, which is often in memory: there, making a commit durable would cost nothing.
   */
  static async make() {
    const parent = join(ROOT, 'var')
    if (mkdirSync(parent, { recursive: true })) chmodSync(parent, 0o711)
    removeAbandoned(parent)
    const folder = mkdtempSync(join(parent, `bench-${process.pid}-`))
    chmodSync(folder, 0o711)
    const port = await freePort()
    Object.assign(process.env, {
      NODE_ENV: 'production',
      VAR_DIR: folder,
      APP_KEY: randomBytes(32).toString('base64url'),
      APP_URL: `http://127.0.0.1:${port}`,
      HOST: '127.0.0.1',
      PORT: String(port),
      LOG_LEVEL: 'warn',
      DEMO: '0',
      MIGRATE: '1',
      DATABASE_URL: '',
      DATABASE_OWNER_URL: '',
      DATABASE_NAME: 'tremplin',
      ALLOWED_HOSTS: '',
      TRUST_PROXY: '',
    })
    return new Workspace(folder, port)
  }

  get postmaster() {
    return join(this.folder, 'postgres', 'data', 'postmaster.pid')
  }

  /** PostgreSQL stops by itself some seconds after its last client. */
  async databaseStopped() {
    for (let waited = 0; existsSync(this.postmaster); waited += 50) {
      if (waited > 30_000) throw new Error(`The database in ${this.folder} does not stop`)
      await sleep(50)
    }
  }

  async remove() {
    await this.databaseStopped()
    const { host } = new EmbeddedPostgres(join(this.folder, 'postgres')).connection('', '')
    for (const path of [this.folder, host]) rmSync(path, { recursive: true, force: true })
  }
}

/** Folders of benchmarks that were killed. */
function removeAbandoned(parent: string) {
  for (const name of readdirSync(parent)) {
    const pid = /^bench-(\d+)-/.exec(name)?.[1]
    if (pid && !isAlive(Number(pid))) rmSync(join(parent, name), { recursive: true, force: true })
  }
}

function isAlive(pid: number) {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
