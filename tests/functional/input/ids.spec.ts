import { test } from '@japa/runner'
import Fair from '#models/fair/fair'
import { type Line, TABLE } from '#tests/support/access'
import { Agent, person } from '#tests/support/agent'
import { assertDiscreet } from '#tests/support/hygiene'
import { everyRow, writesNow } from '#tests/support/rows'
import { withWorld } from '#tests/support/shared'
import { wire } from '#tests/support/wire'
import { type World, aWorld } from '#tests/support/world'
import { anAttendee, aStand, byNobody } from '#database/factories/fair/fairs'

/** What an address may hold in the place of a number, and nobody has. */
const NUMBERS = [
  '0',
  '-1',
  '1.5',
  '1e3',
  '01',
  '%D9%A3',
  'abc',
  '%20',
  "1'",
  '999999999999999',
  '9223372036854775808',
  '9'.repeat(400),
  'null',
  '[object%20Object]',
]
/** In the place of a word. */
const WORDS = ['nulle-part', 'FORUM', 'forum%20', '%C3%A9', '...', 'x'.repeat(4000), "'%20or%20'1'='1", '*', '%25']

/** What nobody of the table may do, as what the screen of a public computer does, has tests of its own. */
const lines = TABLE.filter(({ pattern, answers }) => pattern.includes(':') && Object.keys(answers).some((outcome) => outcome !== 'refused'))

/** What is said of a secret that opens nothing; anything else is a page that is not there. */
const LOST: [string, string][] = [
  ['fair.links.', 'Ce lien n’ouvre plus cette page'],
  ['fair.guest_links.', 'Demandez-en un nouveau à l’accueil du salon'],
  ['accounts.address_proofs.', 'Ce lien de confirmation est trop ancien'],
  ['accounts.resets.show', 'Ce lien a déjà servi, ou il est trop ancien'],
]

/** The address of a line with one of its parameters replaced. */
function addresses(line: Line, world: World) {
  const known: Record<string, string | number> = { slug: 'forum', id: world.acme.id, ...line.params?.(world) }
  return [...line.pattern.matchAll(/:(\w+)/g)].flatMap(([, name]) =>
    (['slug', 'token'].includes(name) ? WORDS : NUMBERS).map((value) => ({
      path: line.pattern.replace(/:(\w+)/g, (_, key: string) => (key === name ? value : String(known[key]))),
      said: (name === 'token' && LOST.find(([noun]) => line.route.startsWith(noun))?.[1]) || 'Page introuvable',
    }))
  )
}

function ask({ method }: Line, path: string, agent: Agent, body: string) {
  const target = ['PUT', 'DELETE'].includes(method) ? `${path}?_method=${method}` : path
  if (method === 'GET') return wire('GET', path, { by: agent })
  return wire('POST', target, {
    by: agent,
    body,
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-csrf-token': agent.token },
  })
}

test.group('An address of something that nobody has', (group) => {
  const shared = withWorld(group)

  for (const line of lines)
    test(`${line.method} ${line.pattern} is absent`, async ({ assert }) => {
      const world = shared.world()
      const agent = shared.browser((line.answers.done ?? line.answers.page ?? line.answers.no ?? line.answers.absent)![0])
      const before = await writesNow()
      for (const { path, said } of addresses(line, world)) {
        const { status, body } = await ask(line, path, agent, new URLSearchParams(line.form?.(world)).toString())
        assert.equal(status, 404, path.slice(0, 100))
        assert.include(body, said)
        assertDiscreet(assert, body, path.slice(0, 100))
      }
      assert.equal(await writesNow(), before)
    })
})

test.group('Something of Olga’s congress', () => {
  async function elsewhere() {
    const world = await aWorld()
    const congress = await Fair.findByOrFail('slug', 'congress')
    await congress.open(byNobody())
    const umbrella = await aStand(congress, { name: 'Umbrella 2' })
    const eve = await anAttendee(congress, 'Ève')
    await umbrella.join(eve, byNobody())
    await umbrella.startInterview(eve, byNobody())
    const interview = await umbrella.related('interviews').query().firstOrFail()
    const alice = await congress.attend(await person('alice'), byNobody())
    await umbrella.join(alice, byNobody())
    const entry = await alice.related('entries').query().firstOrFail()
    return { ...world, umbrella, eve, there: interview, entryThere: entry }
  }

  test('is absent from Odile’s forum, even for Adrien who runs both', async ({ assert }) => {
    const { umbrella, eve, there, acme, globex, interview } = await elsewhere()
    const adrien = await Agent.as('adrien')
    const before = await everyRow()
    const stand = `/salon/forum/stands/${umbrella.id}`
    const pages = [`${stand}/edit`, `${stand}/link`, `${stand}/dashboard`, `${stand}/dashboard/region`, `/salon/forum/attendees/${eve.id}`]
    for (const path of pages) assert.equal((await adrien.get(path)).status, 404, path)
    const forms = [
      `${stand}/link`,
      `${stand}/pause`,
      `${stand}/interviews/${there.id}/closure`,
      `/salon/forum/stands/${acme.id}/interviews/${there.id}/closure`,
      `/salon/forum/stands/${globex.id}/interviews/${interview.id}/closure`,
      `/salon/forum/attendees/${eve.id}/overrides`,
    ]
    for (const path of forms) assert.equal((await adrien.post(path, { status: 'paused' })).status, 404, path)
    assert.equal((await adrien.put(stand, { name: 'x', slots: 1, queueLimit: '' })).status, 404)
    assert.deepEqual(await everyRow(), before)
  })

  test('cannot be reached by Alice from the forum', async ({ assert }) => {
    const { umbrella, entryThere } = await elsewhere()
    const alice = await Agent.as('alice')
    const before = await everyRow()
    assert.equal((await alice.post('/salon/forum/my/entries', { standId: umbrella.id })).status, 404)
    assert.equal((await alice.post('/salon/forum/my/interviews', { standId: umbrella.id })).status, 404)
    assert.equal((await alice.delete(`/salon/forum/my/entries/${entryThere.id}`)).status, 404)
    assert.deepEqual(await everyRow(), before)
  })

  test('does not open to Acme, nor Acme to its own link at the congress', async ({ assert }) => {
    const { umbrella, acme } = await elsewhere()
    const desk = await Agent.atStands(acme)
    assert.equal((await desk.get(`/salon/congress/stands/${umbrella.id}/dashboard`)).status, 403)
    assert.equal((await desk.get(`/salon/congress/stands/${acme.id}/dashboard`)).status, 404)
  })

  test('cannot be put in an interview by Odile', async ({ assert }) => {
    const { bob, entryThere, entry } = await elsewhere()
    const odile = await Agent.as('odile')
    const before = await everyRow()
    for (const entryId of [entryThere.id, entry.id, 0, -1, 999999999, '9'.repeat(30), 'x', '']) {
      const form = { status: 'interviewing', entryId }
      const { status } = await odile.post(`/salon/forum/attendees/${bob.id}/overrides`, form, { json: true })
      assert.oneOf(status, [409, 422], String(entryId))
    }
    assert.deepEqual(await everyRow(), before)
  })
})
