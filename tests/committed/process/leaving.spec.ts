import { test } from '@japa/runner'
import { freePort } from '#tests/support/port'
import { type Installation, type Running, installation, isRunning, kill, oldInstallation, until } from '#tests/support/processes'
import { Visitor } from '#tests/support/visitor'

/** How a server may be made to leave, and who is told. */
const WAYS: [string, (app: Running) => unknown][] = [
  ['Ctrl+C', (app) => kill(-app.pid, 'SIGINT')],
  ['SIGTERM to npm', (app) => kill(app.pid, 'SIGTERM')],
  ['SIGTERM to node', (app) => kill(app.server, 'SIGTERM')],
  ['kill -9 of node', (app) => kill(app.server, 'SIGKILL')],
  ['kill -9 of npm', (app) => kill(app.pid, 'SIGKILL')],
]

test.group('Leaving', () => {
  test('however a server is made to leave, with a page open, nothing of it stays behind', async ({ assert, cleanup }) => {
    const place = await oldInstallation()
    cleanup(() => place.remove())
    const first = await place.start({ command: ['node', 'bin/start.js'] })
    const servers = await Promise.all(
      WAYS.map(async ([way, leave]) => {
        const port = await freePort()
        const app = await place.start({ env: { PORT: String(port) } })
        const stream = await new Visitor(`http://127.0.0.1:${port}`).listen('fairs/1')
        return { way, leave, app, stream, pids: app.family }
      })
    )
    for (const { way, leave, app, stream, pids } of servers) {
      leave(app)
      await until(`the stream closes after ${way}`, () => stream.ended, 5000)
      await until(`npm, its shell and node end after ${way}`, () => !pids.some(isRunning), 5000)
    }
    // The database leaves after the last of those who use it.
    assert.isTrue(isRunning(place.database().pid!))
    await first.end('SIGTERM')
    await place.gone()
  })

  test('a signal that comes while it starts is not forgotten', async ({ assert, cleanup }) => {
    const place = await installation()
    cleanup(() => place.remove())
    const app = place.launch(['npm', 'start'])
    await until('the database starts', () => place.database().pid)
    await app.end('SIGTERM')
    assert.notInclude(app.output, 'Tremplin is running')
    assert.notInclude(app.output, 'rror')
  })
})

test.group('A killed database', (group) => {
  let place: Installation
  let app: Running

  group.setup(async () => {
    place = await oldInstallation()
    app = await place.start({ command: ['node', 'bin/start.js'] })
    return () => place.remove()
  })

  const ready = async () => (await fetch(`${place.url}/health/ready`)).ok
  const page = async () => (await new Visitor(place.url).get('/salon')).status === 200

  test('comes back by itself when the postmaster is killed, and the same process serves pages again', async ({ assert }) => {
    const { pid, guard } = place.database()
    kill(pid!, 'SIGKILL')
    await until('another postmaster', () => place.database().pid !== pid && place.database().pid)
    await until('pages are served again', async () => (await ready()) && (await page()))
    assert.equal(place.database().guard, guard)
    assert.isFalse(app.ended)
  })

  test('does not even notice that its guard is killed: it gets another', async ({ assert }) => {
    const { pid, guard } = place.database()
    kill(guard!, 'SIGKILL')
    await until('another guard', () => place.database().guard !== guard && place.database().guard)
    assert.equal(place.database().pid, pid)
    kill(pid!, 'SIGKILL')
    await until('the new guard starts another postmaster', () => place.database().pid !== pid && place.database().pid)
    await until('pages are served again', async () => (await ready()) && (await page()))
  })

  test('comes back when it is killed together with its guard', async ({ assert }) => {
    const { pid, guard } = place.database()
    kill(guard!, 'SIGKILL')
    kill(pid!, 'SIGKILL')
    await until('another postmaster', () => place.database().pid !== pid && place.database().pid)
    await until('pages are served again', async () => (await ready()) && (await page()))
    assert.isFalse(app.ended)
  })

  test('signals arrive again on a stream that stayed open meanwhile', async () => {
    const stream = await new Visitor(place.url).listen('fairs/1')
    kill(place.database().pid!, 'SIGKILL')
    await stream.hearsRefresh()
  })

  test('leaves with the application, under its new guard as under the first', async () => {
    await app.end('SIGTERM')
    await place.gone()
  })
})
