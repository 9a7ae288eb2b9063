import { existsSync, linkSync, rmSync, writeFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { Env } from '@adonisjs/core/env'
import { StartupError, ensureVarDir, home, varPath } from '#services/var_dir'

const root = new URL('../', import.meta.url)

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1', '[::1]'])

/** What the encryption asks for. */
const SHORTEST_KEY = 16

/*
 * The environment comes from, first found first: the process, `.env` (in tests only `.env.test`), and
 * `var/env`, where an installation keeps what it had to draw for itself.
 */
if (process.env.NODE_ENV === 'test') {
  process.loadEnvFile(new URL('.env.test', root))
  // Never the database of the person who runs the tests.
  process.env.DATABASE_URL = process.env.TEST_DATABASE_URL ?? ''
  process.env.DATABASE_OWNER_URL = ''
} else {
  load(join(home, '.env'))
  if (!process.env.APP_KEY) {
    const drawn = varPath('env')
    ensureVarDir()
    if (!existsSync(drawn)) writeOnce(drawn, `APP_KEY=${randomBytes(32).toString('base64url')}\n`)
    load(drawn)
  }
}

process.env.TZ = 'UTC'
process.env.HOST ??= '127.0.0.1'
process.env.PORT ??= '3333'
process.env.LOG_LEVEL ??= 'info'

const { HOST, PORT, APP_KEY } = process.env
if (!/^\d+$/.test(PORT) || Number(PORT) < 1 || Number(PORT) > 65535)
  throw new StartupError(`PORT is a number between 1 and 65535, and not "${PORT}".`)
const local = `http://${HOST.includes(':') ? `[${HOST}]` : HOST}:${PORT}`
if (!URL.canParse(local)) throw new StartupError(`HOST is the name or the address of this machine, and not "${HOST}".`)
if (!APP_KEY || APP_KEY.length < SHORTEST_KEY)
  throw new StartupError(`APP_KEY has ${SHORTEST_KEY} characters or more. Without any, Tremplin draws its own.`)
process.env.APP_URL ??= local

/** Behind a proxy, the address that people type is another than the one that it listens on. */
const isPrivate = [HOST, URL.parse(process.env.APP_URL)?.hostname].every((name) => LOOPBACK.has(name ?? ''))
if (!process.env.DATABASE_URL && isPrivate && process.env.NODE_ENV !== 'test') process.env.DEMO ??= '1'

for (const name of ['DATABASE_URL', 'DATABASE_OWNER_URL']) {
  // PostgreSQL lets the host out where `?host=` names the folder of a socket; a URL does not.
  const value = process.env[name]?.replace(/^(\w+:\/\/[^/?#]*@)(?=[/?])/, '$1localhost')
  if (value) process.env[name] = value
  if (value && !/^postgres(ql)?:\/\//.test(value))
    throw new StartupError(`${name} is not the address of a PostgreSQL database: it starts with postgres://`)
  if (value && !URL.canParse(value))
    throw new StartupError(`${name} cannot be read as an address: postgres://user:password@host:5432/database`)
}

for (const name of ['MAIL_FROM', 'MAIL_REPLY_TO']) if (!process.env[name]) delete process.env[name]

for (const [name, protocols] of Object.entries({ SMTP_URL: ['smtp:', 'smtps:'], SMS_URL: ['http:', 'https:'] })) {
  const value = process.env[name]
  // An empty line of a file is no address.
  if (!value) delete process.env[name]
  else if (!protocols.includes(URL.parse(value)?.protocol ?? ''))
    throw new StartupError(`${name} is an address that starts with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`)
}

const env = await Env.create(root, {
  NODE_ENV: Env.schema.enum(['development', 'production', 'test'] as const),
  APP_KEY: Env.schema.secret(),
  APP_URL: Env.schema.string({ format: 'url', tld: false }),
  HOST: Env.schema.string(),
  PORT: Env.schema.number(),
  LOG_LEVEL: Env.schema.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const),
  DATABASE_URL: Env.schema.string.optional(),
  DATABASE_OWNER_URL: Env.schema.string.optional(),
  DATABASE_NAME: Env.schema.string.optional(),
  ALLOWED_HOSTS: Env.schema.string.optional(),
  TRUST_PROXY: Env.schema.string.optional(),
  SMTP_URL: Env.schema.string.optional(),
  MAIL_FROM: Env.schema.string.optional({ format: 'email' }),
  MAIL_REPLY_TO: Env.schema.string.optional({ format: 'email' }),
  SMS_URL: Env.schema.string.optional(),
  SMS_TOKEN: Env.schema.string.optional(),
  SMS_BODY: Env.schema.string.optional(),
  DEMO: Env.schema.boolean.optional(),
  MIGRATE: Env.schema.boolean.optional(),
  S3_ENDPOINT: Env.schema.string.optional({ format: 'url', tld: false }),
  S3_REGION: Env.schema.string.optional(),
  S3_BUCKET: Env.schema.string.optional(),
  S3_KEY: Env.schema.string.optional(),
  S3_SECRET: Env.schema.secret.optional(),
  CLAMAV_SOCKET: Env.schema.string.optional(),
})

export default env

function load(path: string) {
  try {
    if (existsSync(path)) process.loadEnvFile(path)
  } catch (error) {
    throw new StartupError(`${path} cannot be read: ${(error as Error).message}.`)
  }
}

/** Two processes may start together: the first to write decides, and nobody reads half a file. */
function writeOnce(path: string, content: string) {
  const draft = `${path}.${process.pid}`
  writeFileSync(draft, content, { mode: 0o600 })
  try {
    linkSync(draft, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(draft)
  }
}
