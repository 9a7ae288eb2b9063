import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { type Server, createServer } from 'node:net'
import { delimiter, join } from 'node:path'
import { test } from '@japa/runner'
import type { Assert } from '@japa/assert'
import { freePort } from '#tests/support/port'
import { Postgres15 } from '#tests/support/postgres_15'
import { type Installation, type Running, installation } from '#tests/support/processes'
import { STRANGER, strangersReach } from '#tests/support/strangers'

const START = ['node', 'bin/start.js']

/** It ended by itself, badly, and said one sentence: no stack, no log, no second line. */
function oneSentence(assert: Assert, program: Running, sentence: RegExp) {
  assert.lengthOf(program.lines, 1, program.output)
  assert.match(program.lines[0], sentence)
  assert.match(program.lines[0], /[.:][^:]*$/)
  assert.isAbove(program.code!, 0)
}

test.group('What the environment says wrongly is told in one sentence', (group) => {
  let place: Installation

  group.setup(async () => {
    place = await installation()
    return () => place.remove()
  })

  test('{what}')
    .with([
      {
        what: 'a database that is not PostgreSQL',
        env: { DATABASE_URL: 'mysql://u:p@h/d' },
        sentence: /^DATABASE_URL is not the address of a/,
      },
      {
        what: 'an address with signs in its password',
        env: { DATABASE_URL: 'postgres://u:p#s/@h/d' },
        sentence: /^DATABASE_URL cannot be read/,
      },
      {
        what: 'an owner’s address that is none',
        env: { DATABASE_OWNER_URL: 'owner' },
        sentence: /^DATABASE_OWNER_URL is not the address of a/,
      },
      { what: 'a port that is a word', env: { PORT: 'http' }, sentence: /^PORT is a number between 1 and 65535, and not "http"/ },
      { what: 'a port that does not exist', env: { PORT: '65536' }, sentence: /^PORT is a number between 1 and 65535, and not "65536"/ },
      { what: 'a host that is no name', env: { HOST: 'two words' }, sentence: /^HOST is the name or the address of this machine/ },
      { what: 'a host of another machine', env: { HOST: '192.0.2.1' }, sentence: /^This machine has no address 192\.0\.2\.1\. Set HOST/ },
      {
        what: 'a host that nobody knows',
        env: { HOST: 'nowhere.invalid' },
        sentence: /^This machine has no address nowhere\.invalid\. Set HOST/,
      },
      { what: 'a key that is too short', env: { APP_KEY: 'short' }, sentence: /^APP_KEY has 16 characters or more/ },
      {
        what: 'an address of the application that is none',
        env: { APP_URL: 'tremplin' },
        sentence: /^The environment is not usable: .*"APP_URL"/,
      },
    ])
    .run(async ({ assert }, { env, sentence }) => {
      oneSentence(assert, await place.run(START, { env }), sentence)
    })
})

test.group('A database that cannot be used is told in one sentence', (group) => {
  const server = new Postgres15()
  const mute = createServer()
  let place: Installation
  let url: string
  let unanswered: Promise<Running>

  group.setup(async () => {
    place = await installation()
    await server.start()
    url = await server.database('salon')
    await new Promise<Server>((resolve) => mute.listen(0, '127.0.0.1', () => resolve(mute)))
    const { port } = mute.address() as { port: number }
    unanswered = place.run(START, { env: { DATABASE_URL: `postgres://u:p@127.0.0.1:${port}/salon` } })
    return async () => {
      mute.close()
      await place.remove()
      await server.remove()
    }
  })

  const refused = async (assert: Assert, DATABASE_URL: string, reason: string) =>
    oneSentence(
      assert,
      await place.run(START, { env: { DATABASE_URL } }),
      new RegExp(`^The database of DATABASE_URL cannot be used: ${reason}`)
    )

  test('nothing answers', async ({ assert }) => {
    await refused(assert, `postgres://u:p@127.0.0.1:${await freePort()}/salon`, 'nothing answers there')
  })

  test('no machine of that name', async ({ assert }) => {
    await refused(assert, 'postgres://u:p@nowhere.invalid/salon', 'no machine has that name')
  })

  test('a wrong password', async ({ assert }) => {
    await refused(assert, server.url({ name: 'salon', password: 'guess' }), 'the password is wrong')
  })

  test('an unknown user', async ({ assert }) => {
    await refused(assert, server.url({ name: 'salon', user: 'nobody' }), 'the password is wrong')
  })

  test('an unknown database', async ({ assert }) => {
    await refused(assert, url.replace('/salon?', '/salons?'), 'there is no database of that name')
  })

  test('an older PostgreSQL', async ({ assert }) => {
    const old = await server.database('antique')
    // The same server, which answers that it is another to whoever asks in this database.
    await server.query(
      `create function current_setting(text) returns text language sql return
        case $1 when 'server_version_num' then '140012' when 'server_version' then '14.12' else pg_catalog.current_setting($1) end;
      alter database antique set search_path = public, pg_catalog`,
      'antique'
    )
    oneSentence(
      assert,
      await place.run(START, { env: { DATABASE_URL: old } }),
      /^Tremplin needs PostgreSQL 15 or later and this is 14\.12\.$/
    )
  })

  test('a command says the same', async ({ assert }) => {
    const env = { DATABASE_URL: `postgres://u:p@127.0.0.1:${await freePort()}/salon` }
    oneSentence(
      assert,
      await place.run(['node', 'ace.js', 'migration:run'], { env }),
      /^The database of DATABASE_URL cannot be used: nothing/
    )
  })

  test('one that accepts and says nothing', async ({ assert }) => {
    oneSentence(assert, await unanswered, /^The database of DATABASE_URL cannot be used: it did not answer in time/)
  })
})

test.group('What the machine refuses is told in one sentence', (group) => {
  let place: Installation

  group.setup(async () => {
    place = await installation({ DEMO: '0' })
    return () => place.remove()
  })

  test('a port that another program has', async ({ assert }) => {
    const other = createServer()
    await new Promise<Server>((resolve) => other.listen(place.port, '127.0.0.1', () => resolve(other)))
    oneSentence(assert, await place.run(START), new RegExp(`^Port ${place.port} of 127\\.0\\.0\\.1 is taken by another program`))
    other.close()
  })

  test('a folder that is a file', async ({ assert }) => {
    const file = join(place.varDir, 'file')
    writeFileSync(file, '')
    oneSentence(assert, await place.run(START, { env: { VAR_DIR: file } }), /^Tremplin cannot write in .*\/file .*Set VAR_DIR/)
  })

  test('a folder, or a port, that is not this user’s', async ({ assert, cleanup }) => {
    const isRoot = process.getuid!() === 0
    if (isRoot && !strangersReach(place.house))
      return assert.isTrue(isRoot, 'nobody but root can start it here, and root is refused nothing')
    const theirs = await installation({ DEMO: '0' })
    cleanup(() => theirs.remove())
    const uid = isRoot ? STRANGER : undefined
    const locked = join(place.varDir, 'locked')
    mkdirSync(locked, { mode: 0o500 })
    const env = { VAR_DIR: join(locked, 'var') }
    oneSentence(assert, await theirs.run(START, { env, uid }), /^Tremplin cannot write in .*locked\/var .*Set VAR_DIR/)

    const firstAllowed = Number(readFileSync('/proc/sys/net/ipv4/ip_unprivileged_port_start', 'utf8'))
    const program = theirs.launch(START, { env: { PORT: '1' }, uid })
    if (firstAllowed <= 1) return program.says('Tremplin is running on')
    await program.ends()
    oneSentence(assert, program, /^Port 1 may not be opened by this user/)
  })
})

test.group('An old Node is told in one sentence', (group) => {
  let place: Installation

  group.setup(async () => {
    place = await installation()
    return () => place.remove()
  })

  /** An older one if the machine has any, otherwise ours that says it is. */
  const old = process.env
    .PATH!.split(delimiter)
    .map((folder) => join(folder, 'node'))
    .filter((path) => existsSync(path))
    .find((path) => Number(spawnSync(path, ['-p', 'process.versions.node.split(".")[0]'], { encoding: 'utf8' }).stdout) < 24)
  const liar = `data:text/javascript,Object.defineProperty(process,"versions",{value:{...process.versions,node:"20.0.0"}})`
  const command = old ? [old] : ['node', '--import', liar]

  for (const program of ['bin/start.js', 'build/bin/server.js', 'build/ace.js'])
    test(`by ${program}`, async ({ assert }) => {
      oneSentence(assert, await place.run([...command, program, 'list']), /^Tremplin needs Node 24 or later and this is v/)
    })

  test('but a command is run by the Node that npm brought', async ({ assert }) => {
    const { code, output } = await place.run([...command, 'ace.js', 'list'])
    assert.equal(code, 0, output)
    assert.include(output, 'user:create')
  })
})
