import type { DateTime } from 'luxon'
import type { organisations } from '#config/organisations'
import { handIn } from '#database/seeders/demo_documents'
import Organisation from '#models/accounts/organisation'
import Provider from '#models/accounts/provider'
import User, { DECOY } from '#models/accounts/user'
import { type Act, SYSTEM } from '#models/mixins/act'

interface Team {
  recruiter: User
  provider: User
  moderator: User
}

interface Demonstrated {
  name: string
  kind: (typeof organisations.kinds)[number]
  sector: (typeof organisations.sectors)[number]
  size: (typeof organisations.sizes)[number]
  /** who founded it */
  by: string
  days: number
  ended?: 'verify' | 'refuse' | 'suspend'
}

const ORGANISATIONS: Demonstrated[] = [
  { name: 'Numérique Solidaire', kind: 'association', sector: 'it', size: 'small', by: 'Zoé Guérin', days: 40, ended: 'verify' },
  { name: 'Transports Rhône-Alpes', kind: 'company', sector: 'transport', size: 'large', by: 'Ugo Vincent', days: 21, ended: 'refuse' },
  { name: 'Hôtel du Parc', kind: 'company', sector: 'hospitality', size: 'medium', by: 'Rose Lambert', days: 60, ended: 'suspend' },
  { name: 'Atelier Bois & Co', kind: 'company', sector: 'construction', size: 'startup', by: 'Issa Gauthier', days: 3 },
  { name: 'École de conduite Azur', kind: 'school', sector: 'education', size: 'startup', by: 'Célia Roussel', days: 2 },
  { name: 'Mairie de Villeneuve', kind: 'administration', sector: 'public', size: 'large', by: 'Valérie Muller', days: 1 },
]

/** Organisations and providers in every state, with people of whom one recruiter, one provider and one moderator sign in. */
export async function seedDemoOrganisations({ recruiter, provider, moderator }: Team, now: DateTime) {
  const before = (days: number, user?: User): Act => ({ by: user ? { kind: 'user', id: user.id } : SYSTEM, at: now.minus({ days }) })
  const clinic = await Organisation.found(
    {
      name: 'Clinique des Tilleuls',
      sector: 'health',
      size: 'medium',
      registrationNumber: '73282932000074',
      website: 'https://www.clinique-tilleuls.example/',
      description: 'Une clinique de 90 lits au centre de Villeneuve : médecine, soins de suite et consultations.',
      address: '12 allée des Tilleuls',
      city: 'Villeneuve',
      contactEmail: 'recrutement@clinique-tilleuls.example',
      contactPhone: '+33478000012',
    },
    recruiter,
    { department: 'Ressources humaines' },
    before(30, recruiter)
  )
  await handIn(clinic, 'proof', ['Clinique des Tilleuls', 'Extrait d’immatriculation'], before(29, recruiter))
  await clinic.verify(before(28, moderator))
  const nurse = await somebody('Thaïs Rousseau')
  await clinic.askToJoin(nurse, { department: 'Soins' }, before(1, nurse))

  for (const { name, kind, sector, size, by, days, ended } of ORGANISATIONS) {
    const founder = await somebody(by, before(days).at)
    const organisation = await Organisation.found({ name, kind, sector, size, city: 'Villeneuve' }, founder, {}, before(days, founder))
    if (ended === 'refuse')
      await organisation.refuse('Le Kbis est illisible : envoyez-en une copie plus nette.', before(days - 2, moderator))
    else if (ended) await organisation.verify(before(days - 2, moderator))
    if (ended === 'suspend') await organisation.suspend('Plusieurs candidats n’ont jamais eu de réponse.', before(5, moderator))
  }
  const solidarity = await Organisation.findByOrFail('name', 'Numérique Solidaire')
  await solidarity.askToJoin(recruiter, { department: 'Bénévole' }, before(1, recruiter))

  const own = await Provider.register(
    provider,
    { speciality: 'Conseil en recrutement', bio: 'Quinze ans de cabinet.' },
    before(20, provider)
  )
  await handIn(provider, 'proof', ['Paula Silva', 'Attestation d’activité'], before(20, provider))
  await own.verify(before(19, moderator))
  const accountant = await somebody('Samir Fontaine', now)
  await Provider.register(accountant, { speciality: 'Comptabilité' }, before(2, accountant))
}

/** An account that nobody signs in to; the address of one who has not confirmed it is marked. */
async function somebody(name: string, emailVerifiedAt: DateTime | null = null) {
  const [givenName, familyName] = name.split(' ')
  const email = `${givenName}.${familyName}@demo.example`
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
  return User.create({ email, password: DECOY, givenName, familyName, emailVerifiedAt })
}
