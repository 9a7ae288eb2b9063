import { randomUUID } from 'node:crypto'
import Organisation from '#models/accounts/organisation'
import type { OrganisationValues } from '#models/accounts/organisation/founding'
import Provider from '#models/accounts/provider'
import User from '#models/accounts/user'
import { byNobody } from '#database/factories/fair/fairs'
import type { Act } from '#models/mixins/act'

let sequence = 0

/** Somebody whom no other test knows; nobody can sign in as them. */
export async function aUser(givenName = 'Ines'): Promise<User> {
  return User.create({ email: `${randomUUID()}@example.org`, password: '-', givenName, familyName: `Roux${++sequence}` })
}

/** A pending organisation of its own; its founder is somebody new unless told. */
export async function anOrganisation(values: Partial<OrganisationValues> & { founder?: User } = {}): Promise<Organisation> {
  const { founder = await aUser(), ...rest } = values
  return Organisation.found({ name: `Organisme ${++sequence}`, ...rest }, founder, { department: 'Direction' }, byNobody())
}

export async function aProvider(user?: User): Promise<Provider> {
  return Provider.register(user ?? (await aUser()), { speciality: 'Graphisme' }, byNobody())
}

/** What this person does. */
export function byUser(user: User): Act {
  const act = byNobody()
  return { ...act, by: { kind: 'user', id: user.id } }
}
