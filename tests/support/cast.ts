import { Agent } from '#tests/support/agent'
import type { Line, Outcome, Role } from '#tests/support/access'
import { ROLES } from '#tests/support/access'
import type { World } from '#tests/support/world'

/** The browser of whoever plays this role. */
export function browserOf(role: Role, { acme, globex, guest }: World): Promise<Agent> {
  switch (role) {
    case 'visitor':
      return Agent.visitor()
    case 'stand':
      return Agent.atStands(acme)
    case 'otherStand':
      return Agent.atStands(globex)
    case 'candidate':
      return Agent.as('chloe')
    case 'attendee':
      return Agent.as('alice')
    case 'neighbour':
      return Agent.as('bob')
    case 'guest':
      return Agent.asGuest(guest.attendee)
    case 'recruiter':
      return Agent.as('rachid')
    case 'provider':
      return Agent.as('paula')
    case 'operator':
      return Agent.as('omar')
    case 'organiser':
      return Agent.as('odile')
    case 'otherOrganiser':
      return Agent.as('olga')
    case 'moderator':
      return Agent.as('maud')
    case 'admin':
      return Agent.as('adrien')
  }
}

/** The address of a line in a world. */
export function addressOf({ pattern, params, query }: Line, world: World) {
  const values: Record<string, string | number> = { slug: world.forum.slug, id: world.acme.id, ...params?.(world) }
  const path = pattern.replace(/:(\w+)/g, (_, name: string) => String(values[name]))
  return query ? `${path}?${new URLSearchParams(query(world))}` : path
}

const SAID: Record<Outcome, string> = {
  page: 'shown',
  done: 'done by',
  signIn: 'sign-in asked of',
  refused: 'refused to',
  absent: 'absent for',
  no: 'not now for',
  known: 'of no use to',
  elsewhere: 'leads to the fair for',
}

/** `shown to Odile and Adrien; refused to the others` */
export function sentenceOf({ answers }: Line) {
  const groups = Object.entries(answers) as [Outcome, readonly Role[]][]
  if (groups.length === 1) return `${SAID[groups[0][0]]} everybody`.replace('shown', 'shown to')
  const last = groups.toSorted(([, a], [, b]) => b.length - a.length)[0][0]
  return groups
    .toSorted(([a], [b]) => Number(a === last) - Number(b === last))
    .map(
      ([outcome, roles]) =>
        `${outcome === 'page' ? 'shown to' : SAID[outcome]} ${outcome === last ? 'the others' : roles.map((role) => ROLES[role]).join(', ')}`
    )
    .join('; ')
}
