import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { organisations } from '#config/organisations'
import { Refusal } from '#exceptions/refusal'
import Membership from '#models/accounts/membership'
import Organisation from '#models/accounts/organisation'
import type User from '#models/accounts/user'
import { announce } from '#models/accounts/deciding'
import { type Act, authorOf, within } from '#models/mixins/act'
import { containing } from '#models/mixins/paging'
import { settings } from '#services/settings'

export interface OrganisationValues {
  name: string
  kind: (typeof organisations.kinds)[number]
  /** ISO 3166-1, two letters */
  country: string
  /** SIRET in France */
  registrationNumber: string | null
  sector: (typeof organisations.sectors)[number] | null
  size: (typeof organisations.sizes)[number] | null
  website: string | null
  description: string | null
  address: string | null
  city: string | null
  contactEmail: string | null
  /** E.164 */
  contactPhone: string | null
}

export interface OrganisationName {
  id: number
  name: string
  city: string | null
}

export interface Place {
  department?: string | null
}

/** See `Organisation.found`. */
export async function found(
  values: Partial<OrganisationValues> & { name: string },
  founder: User,
  { department = null }: Place,
  act: Act
): Promise<Organisation> {
  return within(act, async (trx) => {
    // Two presses of one person wait for each other here.
    await trx.rawQuery('select 1 from users where id = ? for no key update', [founder.id])
    const known = await waitingOf(trx, founder, values.name)
    if (known) return known
    await refuseKnownNumber(trx, values)
    const organisation = await Organisation.create(
      { kind: 'company', country: settings().country, ...values, status: 'pending', statusAt: act.at },
      { client: trx }
    )
    await organisation.firstStep(trx, act)
    await organisation.track(trx, act, 'accounts.organisation.founded')
    await own(trx, act, organisation, founder, department)
    await announce(organisation, trx, act, 'submitted')
    return organisation
  })
}

/** See `Organisation.named`. */
export async function named(words: string): Promise<OrganisationName[]> {
  if (words.trim().length < 2) return []
  const within = containing(words)
  return Organisation.query()
    .where('stopped', false)
    .whereRaw('plain(name) like ?', [within])
    .orderByRaw(`status = 'verified' desc, plain(name) like ? desc, name collate "fr-x-icu", id`, [within.slice(1)])
    .limit(organisations.namesShown)
    .select('id', 'name', 'city')
    .pojo<OrganisationName>()
}

async function own(trx: TransactionClientContract, act: Act, organisation: Organisation, founder: User, department: string | null) {
  await Membership.create(
    {
      organisationId: organisation.id,
      userId: founder.id,
      department,
      role: 'owner',
      askedAt: act.at,
      acceptedAt: act.at,
      acceptedBy: authorOf(act.by),
    },
    { client: trx }
  )
  await founder.grant({ role: 'recruiter' }, { ...act, trx })
}

async function waitingOf(trx: TransactionClientContract, founder: User, name: string) {
  return Organisation.query({ client: trx })
    .where('status', 'pending')
    .whereRaw('plain(name) = plain(?)', [name])
    .whereHas('memberships', (mine) => void mine.where({ user_id: founder.id, role: 'owner' }).withScopes((scopes) => scopes.current()))
    .first()
}

/** Whoever works there asks to join; the index on verified numbers has the last word. */
async function refuseKnownNumber(trx: TransactionClientContract, values: Partial<OrganisationValues>) {
  if (!values.registrationNumber) return
  const known = await Organisation.query({ client: trx })
    .where({ country: values.country ?? settings().country, registration_number: values.registrationNumber })
    .whereIn('status', ['verified', 'suspended'])
    .first()
  if (known) throw new Refusal('organisations.refusals.number_known', {}, { status: 422, field: 'registrationNumber' })
}
