import { appendFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { freePort } from '#tests/support/port'
import { BUILD, house, installation, oldInstallation, until } from '#tests/support/processes'
import { Visitor } from '#tests/support/visitor'

const PASSWORD = /^ {2}(\S+@demo\.example) +(\S+) +(\w+)$/gm

function accounts(output: string) {
  return [...output.matchAll(PASSWORD)].map(([, email, password, role]) => ({ email, password, role }))
}

test.group('Starting', (group) => {
  group.setup(async () => {
    await house()
  })

  test('npm start brings up a demonstration on an empty folder, and says how to come in', async ({ assert, cleanup }) => {
    const place = await installation()
    cleanup(() => place.remove())
    const app = await place.start()

    assert.include(app.output, `Tremplin is running on ${place.url}`)
    assert.notMatch(app.output, /warn|error|experimental|deprecat/i)
    const drawn = accounts(app.output)
    assert.sameMembers(
      drawn.map(({ role }) => role),
      ['candidate', 'candidate', 'recruiter', 'provider', 'operator', 'organiser', 'moderator', 'admin']
    )
    for (const account of drawn) assert.isTrue(await new Visitor(place.url).signIn(account), account.email)
    const stand = /^Stand “.+”: (.+)$/m.exec(app.output)![1]
    assert.equal((await new Visitor(place.url).get(new URL(stand).pathname)).status, 200)
    assert.match(place.read('env'), /^APP_KEY=.{32,}\n$/)
    for (const file of ['env', 'demo.json']) assert.equal(statSync(join(place.varDir, file)).mode & 0o777, 0o600, file)
  })

  test('what was there is still there after a restart, with the same passwords', async ({ assert, cleanup }) => {
    const place = await installation()
    cleanup(() => place.remove())
    const first = await place.start()
    const someone = { email: 'claude@example.org', password: 'une-longue-phrase' }
    assert.isTrue(await new Visitor(place.url).signUp(someone))
    const key = place.read('env')
    await first.interrupt()

    const second = await place.start()
    assert.deepEqual(accounts(second.output), accounts(first.output))
    assert.equal(place.read('env'), key)
    assert.isTrue(await new Visitor(place.url).signIn(someone))
  })

  test('it builds when a source has changed, and only then', async ({ assert, cleanup }) => {
    const place = await oldInstallation({ DEMO: '0' })
    cleanup(() => place.remove())
    const same = await place.start()
    assert.notInclude(same.output, 'Building')
    await same.end('SIGTERM')

    appendFileSync(join(place.house, 'resources/css/app.css'), '\n')
    const [one, other] = [await place.launch(['npm', 'start']), place.launch(['npm', 'start'], { env: { PORT: String(await freePort()) } })]
    await until('both run', () => [one, other].every(({ output }) => output.includes('Tremplin is running on')), BUILD)
    assert.lengthOf(`${one.output}${other.output}`.match(/Building/g)!, 1)
  }).timeout(BUILD + 30_000)

  test('there is no demonstration on an address that others can reach, nor any page of whoever develops', async ({ assert, cleanup }) => {
    const place = await installation({ HOST: '0.0.0.0', ALLOWED_HOSTS: '127.0.0.1' })
    cleanup(() => place.remove())
    const app = await place.start()
    assert.notInclude(app.output, '@demo.example')
    assert.include(app.output, 'No mail server is set (SMTP_URL)')
    const visitor = new Visitor(place.url)
    for (const path of ['/dev/components', '/dev/mails', '/dev/mails/1', '/dev/mails/templates/messaging/trial'])
      assert.equal((await visitor.get(path)).status, 404, path)
  })

  test('two that start at once on an empty folder make one cluster, one key and one demonstration', async ({ assert, cleanup }) => {
    const place = await installation()
    cleanup(() => place.remove())
    const ports = [place.port, await freePort()]
    const both = await Promise.all(ports.map((port) => place.start({ env: { PORT: String(port) }, command: ['node', 'bin/start.js'] })))

    const [drawn, same] = both.map(({ output }) => accounts(output))
    assert.lengthOf(drawn, 8)
    assert.deepEqual(same, drawn)
    for (const port of ports)
      for (const account of drawn) assert.isTrue(await new Visitor(`http://127.0.0.1:${port}`).signIn(account), account.email)
    const postmasters = place.processes().filter((pid) => pid === place.database().pid)
    assert.lengthOf(postmasters, 1)
    await until('both guard nothing else', () => place.database().guard)
  })
})
