import { test } from '@japa/runner'
import { freePort } from '#tests/support/port'
import { type Installation, oldInstallation, until } from '#tests/support/processes'
import { Visitor } from '#tests/support/visitor'

const account = (role: string) => new RegExp(`^ {2}(?<email>\\S+) +(?<password>\\S+) +${role}$`, 'm')
const FAIR = /^The fair: +\S+?(?<path>\/salon\/\S+)$/m

test.group('Two web processes on one database', (group) => {
  let place: Installation
  let here: string
  let there: string
  let fair: string
  let organiser: { email: string; password: string }
  let admin: typeof organiser

  group.setup(async () => {
    place = await oldInstallation()
    const ports = [place.port, await freePort()]
    const [{ output }] = await Promise.all(
      ports.map((port) => place.start({ command: ['node', 'bin/start.js'], env: { PORT: String(port) } }))
    )
    ;[here, there] = ports.map((port) => `http://127.0.0.1:${port}`)
    fair = FAIR.exec(output)!.groups!.path
    organiser = account('organiser').exec(output)!.groups as typeof organiser
    admin = account('admin').exec(output)!.groups as typeof admin
    return () => place.remove()
  })

  /** Two pages of the fair, each from one of the processes, and the channel on which both wait. */
  async function pages() {
    const { body } = await new Visitor(here).get(fair)
    const channel = /fairs\/\d+/.exec(body)![0]
    return { channel, streams: await Promise.all([here, there].map((url) => new Visitor(url).listen(channel))) }
  }

  const firstStand = async (visitor: Visitor) => /stands\/(\d+)/.exec((await visitor.get(`${fair}/control`)).body)![1]

  test('a page of either follows what is done in the other', async ({ assert }) => {
    const visitor = new Visitor(here)
    assert.isTrue(await visitor.signIn(organiser))
    const stand = await firstStand(visitor)
    const { channel, streams } = await pages()
    await visitor.submit(fair, `${fair}/stands/${stand}/pause`)
    await Promise.all(streams.map((stream) => stream.hears(channel)))

    const elsewhere = new Visitor(there)
    assert.isTrue(await elsewhere.signIn(organiser))
    await elsewhere.submit(fair, `${fair}/stands/${stand}/pause?_method=DELETE`)
    await Promise.all(streams.map((stream) => stream.hears(channel)))
  })

  test('every page of both follows a command that serves nobody', async ({ assert }) => {
    const visitor = new Visitor(here)
    await visitor.signIn(organiser)
    const stand = await firstStand(visitor)
    const id = /fairs\/(\d+)/.exec((await visitor.get(fair)).body)![1]
    // What the public page, the control room and a stand's dashboard listen to, in each of the processes.
    const channels = [`fairs/${id}`, `fairs/${id}/control`, `stands/${stand}`]
    const streams = await Promise.all([here, there].map(async (url) => visitor.at(url).listen(...channels)))
    const [command] = await Promise.all([
      place.run(['node', 'ace.js', 'fair:close', fair.split('/').pop()!], { env: { PORT: String(await freePort()) } }),
      ...streams.map((stream) => stream.hears(...channels)),
    ])
    assert.equal(command.code, 0, command.output)
    for (const url of [here, there]) {
      const { body } = await visitor.at(url).get(`${fair}/control`)
      assert.include(body, `${fair}/opening"`, 'it offers to open it')
      assert.notInclude(body, `${fair}/opening?_method=DELETE`)
    }
  })

  test('a setting that is changed at one holds at the other within a second', async ({ assert }) => {
    const visitor = new Visitor(here)
    await visitor.signIn(admin)
    const edit = '/admin/settings/instance/edit'
    const [, edition] = /name="edition" value="([^"]+)"/.exec((await visitor.get(edit)).body)!
    const values = { name: 'Cap Avenir', email: '', zone: 'Africa/Dakar', country: 'SN', currency: 'XOF', locales: 'fr', edition }
    const { location } = await visitor.submit(edit, '/admin/settings/instance?_method=PUT', values)
    const since = performance.now()
    assert.equal(location, '/admin/settings')
    const other = new Visitor(there)
    await until('the other has the name', async () => (await other.get('/salon')).body.includes('Cap Avenir'))
    assert.isBelow(performance.now() - since, 1000)
    assert.include((await new Visitor(here).get('/salon')).body, 'Cap Avenir')
  })

  test('a task that is asked for at both at once runs once', async ({ assert }) => {
    const visitor = new Visitor(here)
    await visitor.signIn(admin)
    const page = '/admin/tasks/audit.months'
    const stream = await visitor.at(there).listen('tasks')
    await Promise.all([visitor, visitor.at(there)].map((one) => one.submit(page, `${page}/runs?after=0`)))
    await stream.hears('tasks')
    await until('it is done', async () => !(await visitor.get(page)).body.includes('badge--running'))
    assert.lengthOf((await visitor.get(page)).body.match(/<td>Adrien/g)!, 1)
  })

  test('whoever is signed in at one is signed in at the other, and signs out of both', async ({ assert }) => {
    const visitor = new Visitor(here)
    await visitor.signIn(organiser)
    const other = visitor.at(there)
    assert.isTrue(await other.isSignedIn())
    await visitor.submit(fair, '/compte/sign-ins/current?_method=DELETE')
    assert.isFalse(await other.isSignedIn())
  })
})
