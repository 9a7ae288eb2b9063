import testUtils from '@adonisjs/core/services/test_utils'
import db from '@adonisjs/lucid/services/db'
import type { Group } from '@japa/runner/core'
import { memories } from '#services/remembered'
import { ROLES, type Role } from '#tests/support/access'
import type { Agent } from '#tests/support/agent'
import { browserOf } from '#tests/support/cast'
import { type World, aWorld } from '#tests/support/world'

/**
 * One world for all tests of a group, and a browser for each role there: they take longer to make than most tests to run.
 * Each test undoes what it writes in the database, but not in the models of `world()`: none may change those.
 */
export function withWorld(group: Group, build: () => Promise<World> = aWorld) {
  let world: World
  let browsers: Map<Role, { agent: Agent; cookies: Agent['cookies'] }>

  group.setup(async () => {
    const forget = memories()
    const undo = await testUtils.db().wrapInGlobalTransaction()
    world = await build()
    browsers = new Map()
    for (const role of Object.keys(ROLES) as Role[]) {
      const agent = await browserOf(role, world)
      browsers.set(role, { agent, cookies: agent.cookies })
    }
    return async () => {
      await undo()
      forget()
    }
  })

  // Whoever comes back after a minute is written down again, which is nothing that a test did.
  group.each.setup(async () => void (await db.from('sign_ins').update({ last_seen_at: new Date() })))

  return {
    world: () => world,
    /** as it came: what it was answered in another test is forgotten */
    browser(role: Role) {
      const { agent, cookies } = browsers.get(role)!
      agent.cookies = new Map(cookies)
      return agent
    },
  }
}
