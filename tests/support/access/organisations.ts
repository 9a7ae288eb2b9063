import { type Line, NOBODY, type Role, STAFF, but, byStaff, byUsers, forStaff, forUsers } from '#tests/support/access/who'
import type { World } from '#tests/support/world'

const OWNER: Role[] = ['recruiter']
const forOwner = { page: OWNER, signIn: NOBODY, absent: but(OWNER, NOBODY) }
const byOwner = { done: OWNER, signIn: NOBODY, absent: but(OWNER, NOBODY) }
const ADMIT: Role[] = [...OWNER, ...STAFF]
const forAdmit = { page: ADMIT, signIn: NOBODY, absent: but(ADMIT, NOBODY) }
const byAdmit = { done: ADMIT, signIn: NOBODY, absent: but(ADMIT, NOBODY) }
const PAULA: Role[] = ['provider']

const hooli = ({ hooli }: World) => ({ id: hooli.id })
const request = ({ hooli, request }: World) => ({ id: hooli.id, membership: request.id })
const owner = ({ hooli, owner }: World) => ({ id: hooli.id, membership: owner.id })
const kind = () => ({ kind: 'organisations' })
const subject = (of: 'hooli' | 'piper' | 'massive') => (world: World) => ({ kind: 'organisations', id: world[of].id })
const file = (of: 'hooli' | 'piper' | 'massive') => (world: World) => world[of].adminPath
const path = ({ hooli }: World) => hooli.path
const list = () => '/compte/organisations'
const profile = () => '/compte/provider'
const aSheet = {
  name: 'Hooli',
  kind: 'company',
  country: 'FR',
  registrationNumber: '',
  sector: '',
  size: '',
  website: '',
  description: '',
  address: '',
  city: 'Lyon',
  contactEmail: '',
  contactPhone: '',
}
const aReason = () => ({ reason: 'Voilà pourquoi.' })
const changes = () => ({ changes: 'Le voici.' })
const aProfile = () => ({ speciality: 'Graphisme', bio: '' })
const aPlace = () => ({ department: 'Achats' })

// prettier-ignore
export const ORGANISATIONS: Line[] = [
  { route: 'accounts.organisations.index', method: 'GET', pattern: '/compte/organisations', answers: forUsers },
  { route: 'accounts.regions.places', method: 'GET', pattern: '/compte/organisations/region', answers: forUsers },
  { route: 'accounts.organisations.create', method: 'GET', pattern: '/compte/organisations/create', answers: forUsers },
  { route: 'accounts.organisations.store', method: 'POST', pattern: '/compte/organisations', answers: byUsers, form: () => ({ ...aSheet, department: 'Achats' }), leads: () => '/compte/organisations/*' },
  { route: 'accounts.organisations.show', method: 'GET', pattern: '/compte/organisations/:id', answers: forOwner, params: hooli },
  { route: 'accounts.regions.organisations', method: 'GET', pattern: '/compte/organisations/:id/region', answers: forOwner, params: hooli },
  { route: 'accounts.organisations.edit', method: 'GET', pattern: '/compte/organisations/:id/edit', answers: forOwner, params: hooli },
  { route: 'accounts.organisations.update', method: 'PUT', pattern: '/compte/organisations/:id', answers: byOwner, params: hooli, form: () => aSheet, leads: path },
  { route: 'accounts.submissions.store', method: 'POST', pattern: '/compte/organisations/:id/submissions', answers: { no: OWNER, signIn: NOBODY, absent: but(OWNER, NOBODY) }, params: hooli, form: changes },
  { route: 'accounts.memberships.create', method: 'GET', pattern: '/compte/organisations/:id/memberships/create', answers: forUsers, params: hooli },
  { route: 'accounts.memberships.store', method: 'POST', pattern: '/compte/organisations/:id/memberships', answers: byUsers, params: hooli, form: aPlace, leads: list },
  { route: 'accounts.own_memberships.destroy', method: 'DELETE', pattern: '/compte/memberships/:id', answers: { done: ['candidate'], signIn: NOBODY, absent: but(['candidate'], NOBODY) }, params: ({ request }) => ({ id: request.id }), leads: list },
  { route: 'accounts.memberships.destroy', method: 'DELETE', pattern: '/compte/organisations/:id/memberships/:membership', answers: byAdmit, params: request, leads: path },
  { route: 'accounts.acceptances.store', method: 'POST', pattern: '/compte/organisations/:id/memberships/:membership/acceptance', answers: byAdmit, params: request, leads: path },
  { route: 'accounts.membership_refusals.create', method: 'GET', pattern: '/compte/organisations/:id/memberships/:membership/refusal/create', answers: forAdmit, params: request },
  { route: 'accounts.membership_refusals.store', method: 'POST', pattern: '/compte/organisations/:id/memberships/:membership/refusal', answers: byAdmit, params: request, form: aReason, leads: path },
  { route: 'accounts.ownerships.store', method: 'POST', pattern: '/compte/organisations/:id/memberships/:membership/ownership', answers: byAdmit, params: owner, leads: path },
  { route: 'accounts.ownerships.destroy', method: 'DELETE', pattern: '/compte/organisations/:id/memberships/:membership/ownership', answers: { no: ADMIT, signIn: NOBODY, absent: but(ADMIT, NOBODY) }, params: owner },
  { route: 'accounts.providers.show', method: 'GET', pattern: '/compte/provider', answers: forUsers },
  { route: 'accounts.providers.store', method: 'POST', pattern: '/compte/provider', answers: byUsers, form: aProfile, leads: profile },
  { route: 'accounts.providers.edit', method: 'GET', pattern: '/compte/provider/edit', answers: { page: PAULA, signIn: NOBODY, absent: but(PAULA, NOBODY) } },
  { route: 'accounts.providers.update', method: 'PUT', pattern: '/compte/provider', answers: { done: PAULA, signIn: NOBODY, absent: but(PAULA, NOBODY) }, form: aProfile, leads: profile },
  { route: 'accounts.provider_submissions.store', method: 'POST', pattern: '/compte/provider/submissions', answers: { no: PAULA, signIn: NOBODY, absent: but(PAULA, NOBODY) }, form: changes },
  { route: 'accounts.regions.providers', method: 'GET', pattern: '/compte/provider/region', answers: { page: PAULA, signIn: NOBODY, absent: but(PAULA, NOBODY) } },
  { route: 'accounts.verifiables.index', method: 'GET', pattern: '/admin/:kind', answers: forStaff, params: kind },
  { route: 'accounts.regions.queues', method: 'GET', pattern: '/admin/:kind/region', answers: forStaff, params: kind },
  { route: 'accounts.verifiables.show', method: 'GET', pattern: '/admin/:kind/:id', answers: forStaff, params: subject('hooli') },
  { route: 'accounts.regions.verifiables', method: 'GET', pattern: '/admin/:kind/:id/region', answers: forStaff, params: subject('hooli') },
  { route: 'accounts.verifications.store', method: 'POST', pattern: '/admin/:kind/:id/verification', answers: byStaff, params: subject('piper'), leads: file('piper') },
  { route: 'accounts.refusals.store', method: 'POST', pattern: '/admin/:kind/:id/refusal', answers: byStaff, params: subject('piper'), form: aReason, leads: file('piper') },
  { route: 'accounts.refusals.destroy', method: 'DELETE', pattern: '/admin/:kind/:id/refusal', answers: { no: STAFF, signIn: NOBODY, refused: but(NOBODY, STAFF) }, params: subject('hooli') },
  { route: 'accounts.suspensions.store', method: 'POST', pattern: '/admin/:kind/:id/suspension', answers: byStaff, params: subject('hooli'), form: aReason, leads: file('hooli') },
  { route: 'accounts.suspensions.destroy', method: 'DELETE', pattern: '/admin/:kind/:id/suspension', answers: byStaff, params: subject('massive'), leads: file('massive') },
  { route: 'accounts.corrections.edit', method: 'GET', pattern: '/admin/organisations/:id/edit', answers: forStaff, params: hooli },
  { route: 'accounts.corrections.update', method: 'PUT', pattern: '/admin/organisations/:id', answers: byStaff, params: hooli, form: () => ({ ...aSheet, name: 'Hooli France' }), leads: file('hooli') },
]
