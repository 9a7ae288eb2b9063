import { test } from '@japa/runner'
import router from '@adonisjs/core/services/router'
import { HOMES, type Line, type Outcome, ROLES, type Role, TABLE } from '#tests/support/access'
import type { Agent } from '#tests/support/agent'
import { addressOf, sentenceOf } from '#tests/support/cast'
import { undone, writesNow } from '#tests/support/rows'
import { withWorld } from '#tests/support/shared'
import type { World } from '#tests/support/world'

const roles = Object.keys(ROLES) as Role[]

/** What has one form only, a page, whoever asks for it. */
const PAGES = new Set<Outcome>(['page', 'known', 'elsewhere'])

test.group('The table of who may do what', () => {
  test('has one line for each address of the application, and no other', ({ assert }) => {
    const routes = Object.values(router.toJSON()).flat()
    assert.sameMembers(
      TABLE.map(({ route, method, pattern }) => `${route} ${method} ${pattern}`),
      routes.map(({ name, methods, pattern }) => `${name} ${methods[0]} ${pattern}`)
    )
  })

  test('has one answer for each role on each line', ({ assert }) => {
    for (const { route, answers } of TABLE) assert.sameMembers(Object.values(answers).flat(), roles, route)
  })
})

test.group('Who may do what, on pages and as a program', (group) => {
  const shared = withWorld(group)

  for (const line of TABLE.filter(({ route }) => route !== 'live'))
    test(`${line.method} ${line.pattern}: ${sentenceOf(line)}`, async ({ assert }) => {
      const world = shared.world()
      for (const json of [false, true]) {
        const expected: Partial<Record<Role, string>> = {}
        const actual: Partial<Record<Role, string>> = {}
        for (const role of rolesOf(line, json)) {
          const outcome = outcomeFor(line, role)
          expected[role] = answerOf(outcome, role, line, world, json)
          actual[role] = await undone(async () => {
            const before = await writesNow()
            const answer = await ask(shared.browser(role), line, world, json, role)
            const mayChange = (outcome === 'done' && line.method !== 'GET') || (outcome === 'page' && line.told)
            return mayChange || (await writesNow()) === before ? answer : `${answer}, and something changed`
          })
        }
        assert.deepEqual(actual, expected)
      }
    })
})

function rolesOf(line: Line, json: boolean) {
  return json ? roles.filter((role) => !PAGES.has(outcomeFor(line, role))) : roles
}

function outcomeFor({ answers }: Line, role: Role) {
  return (Object.keys(answers) as Outcome[]).find((outcome) => answers[outcome]!.includes(role))!
}

/** An outcome as it goes on the wire. */
function answerOf(outcome: Outcome, role: Role, line: Line, world: World, json: boolean) {
  const back = line.method === 'GET' ? `?next=${encodeURIComponent(addressOf(line, world))}` : ''
  const answers: Record<Outcome, string> = {
    page: '200',
    done: json && !line.always ? '200' : `303 ${line.leads?.(world, role)}`,
    signIn: json ? '401' : `303 /compte/sign-ins/create${back}`,
    refused: '403',
    absent: '404',
    no: '409',
    known: `303 ${HOMES[role] ?? '/salon'}`,
    elsewhere: `303 ${world.forum.path}`,
  }
  return answers[outcome]
}

async function ask(browser: Agent, line: Line, world: World, json: boolean, role: Role) {
  const { status, location } = await browser.send(
    line.method,
    addressOf(line, world),
    { ...line.form?.(world), ...(line.file && { file: line.file }) },
    { json }
  )
  if (!location) return String(status)
  return `${status} ${line.leads?.(world, role).includes('*') ? location.replace(/\d+/, '*') : location}`
}
