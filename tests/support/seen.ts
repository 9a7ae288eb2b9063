import { DateTime } from 'luxon'
import { aUser, anOrganisation } from '#database/factories/accounts/organisations'
import { aFair, aStand, aStandImport, anAttendee, byNobody, inLine } from '#database/factories/fair/fairs'
import { aDocument } from '#database/factories/files/documents'
import LegalText from '#models/monitoring/legal_text'
import type Organisation from '#models/accounts/organisation'
import type Attendee from '#models/fair/attendee'
import type Fair from '#models/fair/fair'
import type Stand from '#models/fair/stand'
import { unsubscribePath } from '#models/mixins/unsubscribing'
import { person } from '#tests/support/agent'
import { aDelivery } from '#tests/support/deliveries'
import { interviewOf } from '#tests/support/fair'
import { deskAt, deskOf, phoneKeeping, phoneOf } from '#tests/support/pages'
import { type Room, mailedTo, theRoom } from '#tests/support/world'

/** One thing of each kind, in the states in which their pages show most. */
export interface Seen {
  fair: Fair
  stand: Stand
  attendeeId: number
  /** where she waits */
  entryId: number
  /** the place of somebody whom the stand met */
  metId: number
  /** somebody without an account */
  guestId: number
  link: string
  organisation: Organisation
  membershipId: number
  importId: number
  deliveryId: number
  mailed: { verification: string; reset: string }
  unsubscribe: string
  /** of somebody without account */
  guestLink: string
  guest: Attendee
  /** another organisation, which may be joined */
  joinable: Organisation
  versionId: number
  room: Room
}

/** A fair in which every state of every page shows: called, waiting, inside, passed, paused, empty, full. */
export async function livelyWorld(): Promise<Seen> {
  const fair = await aFair()
  const stand = await aStand(fair, { name: 'Acme', slots: 3 })
  const others = await Promise.all([aStand(fair), aStand(fair), aStand(fair, { queueLimit: 1 }), aStand(fair)])
  const [yves, zoe, wanda, willy, xavier] = await inLine(fair, stand, ['Yves', 'Zoé', 'Wanda', 'Willy', 'Xavier', 'Ursule'])
  await stand.startInterview(yves, byNobody())
  await stand.markPassed(await interviewOf(yves), byNobody())
  for (const one of [zoe, wanda]) await stand.startInterview(one, byNobody())
  await willy.pause(byNobody())
  await stand.markAbsent(await xavier.related('entries').query().firstOrFail(), byNobody())
  const alice = await anAttendee(fair, 'Alice', (await person('alice')).id)
  for (const one of [stand, ...others.slice(0, 3)]) await one.join(alice, byNobody())
  await inLine(fair, others[1], ['Victor'])
  await others[1].pause(byNobody())
  await fair.announce({ text: 'Le buffet est ouvert.', lasts: 'end' }, byNobody())
  await fair.regenerateWallLink(byNobody())
  await yves.guestLink(byNobody())
  const organisation = await anOrganisation({ founder: await person('rachid') })
  const asked = await Promise.all([1, 2].map(async () => organisation.askToJoin(await aUser(), { department: 'Achats' }, byNobody())))
  await asked[0].accept(byNobody())
  await organisation.refuse('Il manque un Kbis.', byNobody())
  await aDocument({ userId: alice.userId! })
  await aDocument({ organisationId: organisation.id }, { purpose: 'proof' })
  const legal = { page: 'mentions', locale: 'fr' } as const
  await LegalText.write(legal, '## Éditeur\n\nLa ville.', 0, byNobody())
  return {
    joinable: await anOrganisation(),
    room: await theRoom(),
    versionId: (await LegalText.query().where(legal).firstOrFail()).id,
    organisation,
    fair,
    stand,
    attendeeId: alice.id,
    entryId: (await alice.related('entries').query().where('stand_id', stand.id).firstOrFail()).id,
    metId: (await yves.related('entries').query().firstOrFail()).id,
    guestId: yves.id,
    link: (await stand.link())!.path!,
    guest: willy,
    guestLink: (await willy.guestLink(byNobody())).path,
    membershipId: asked[1].id,
    importId: (await aStandImport(fair)).id,
    deliveryId: (await aDelivery({ params: { name: 'Alice' } })).id,
    mailed: await mailedTo(await person('david')),
    unsubscribe: unsubscribePath({ userId: alice.userId!, kind: 'messaging.message_received' }),
  }
}

const ACCOUNT = ['', '/profile', '/email', '/password', '/preferences', '/deletion', '/sign-ins', '/documents', '/postes'].map(
  (path) => `/compte${path}`
)

/** Of the cast. */
const SITE = '/postes/espace-numerique'

/** Pages by whoever sees them; each is looked at in both themes. */
export const PAGES: Record<string, (seen: Seen) => string[]> = {
  visitor: ({ fair, stand, link, guestLink, mailed, unsubscribe, deliveryId, room }) => [
    '/',
    '/station',
    `/postes/links/${room.wallToken}`,
    SITE,
    `${room.site.path}/notice`,
    `/postes/claims/${room.claim}`,
    '/salon',
    '/salon?when=past&q=rien',
    `/salon/${fair.slug}`,
    `/salon/${fair.slug}/stands/${stand.id}`,
    guestLink,
    '/compte/users/create',
    '/compte/candidates/create',
    '/compte/recruiters/create?q=acme',
    '/compte/recruiters/create?name=Acme',
    '/compte/providers/create',
    '/compte/verifications',
    `/compte/verifications/${mailed.verification}`,
    '/compte/resets/create',
    '/compte/resets',
    `/compte/resets/${mailed.reset}`,
    unsubscribe,
    '/mentions-legales',
    '/confidentialite',
    '/accessibilite',
    '/compte/sign-ins/create',
    link,
    '/dev/components',
    '/dev/mails',
    `/dev/mails/${deliveryId}`,
    '/dev/mails/templates/messaging/digest',
    '/nulle-part',
  ],
  candidate: ({ fair }) => [
    '/',
    `/salon/${fair.slug}`,
    `/salon/${fair.slug}/my`,
    `/salon/${fair.slug}/control`,
    ...ACCOUNT,
    '/messages/notifications',
    '/messages/preferences',
  ],
  organiser: ({ fair, stand, attendeeId, guestId, importId, entryId }) =>
    [
      'edit',
      `control?open=${stand.id}`,
      'wall',
      'wall/link',
      'stands/create',
      `stands/${stand.id}/edit`,
      `stands/${stand.id}/link`,
      'setup',
      'stands',
      'copies/create',
      'posters',
      `stands/${stand.id}/poster`,
      `stands/${stand.id}/card`,
      'cards',
      'paper',
      'registrations/create',
      `attendees/${guestId}/edit`,
      `attendees/${guestId}/link`,
      'attendees/imports/create',
      'stands/imports/create',
      `stands/imports/${importId}`,
      'attendees',
      'attendees?q=personne',
      `attendees/${attendeeId}`,
      'announcements',
      'events',
      'exports',
      'report',
      `entries/create?stand=${stand.id}&q=martin`,
      'release/create',
      `entries/${entryId}/rank/edit`,
    ]
      .map((path) => `/salon/${fair.slug}/${path}`)
      .concat('/salon/create'),
  recruiter: ({ organisation, joinable, membershipId }) =>
    [
      '',
      '?q=zzz',
      '/create',
      `/${organisation.id}`,
      `/${organisation.id}/edit`,
      `/${joinable.id}/memberships/create`,
      `/${organisation.id}/memberships/${membershipId}/refusal/create`,
    ].map((path) => `/compte/organisations${path}`),
  provider: () => ['/compte/provider', '/compte/provider/edit'],
  operator: ({ room }) =>
    [
      'desk',
      `desk?poste=${room.postes[0].id}`,
      `desk?poste=${room.postes[1].id}`,
      'sessions/create?q=ana',
      `sessions/${room.session.id}`,
      `sessions/${room.issued.id}/code`,
      `sessions/${room.issued.id}/code/roll`,
      `extensions/${room.extension.id}/edit`,
      'tickets/create',
      `tickets/${room.ticket.id}`,
      'visitors',
      'visitors?kind=guests',
      'visitors/create',
      ...['', '/edit', '/link', `/merge/create?other=${room.ana.id}`].map((end) => `visitors/${room.lea.id}${end}`),
      'wall',
      'wall/link',
      'sessions',
      'sessions?q=introuvable',
      'events?period=30d',
      'usage',
      `reports/${DateTime.now().toFormat('yyyy-MM')}`,
    ].map((path) => `${room.site.path}/${path}`),
  moderator: ({ organisation }) => [
    '/admin',
    '/admin/organisations',
    organisation.adminPath,
    `${organisation.adminPath}/edit`,
    '/admin/providers?q=personne',
  ],
  admin: ({ versionId, room }) =>
    [
      '/settings',
      '/settings/instance/edit',
      '/settings/hours/edit',
      '/legal-pages',
      '/legal-pages/mentions/fr/edit',
      '/legal-pages/mentions/fr/versions',
      `/legal-pages/mentions/fr/versions/${versionId}`,
      '/retention',
      '/tasks',
      '/tasks/sessions.sweep',
      '/users',
      '/users?q=personne',
      '/users/1',
      '/deliveries',
      '/sites',
      '/sites/create',
    ]
      .map((path) => `/admin${path}`)
      .concat(
        [
          'settings',
          'settings/edit',
          'hours/edit',
          'mode/edit',
          'closings',
          'postes',
          'postes/create',
          'postes/1',
          'postes/1/edit',
          'postes/2/pairing',
        ].map((path) => `${SITE}/${path}`),
        `${SITE}/newcomers`,
        `${SITE}/newcomers/${room.newcomer.id}`
      ),
  guest: ({ fair, stand }) => [`/salon/${fair.slug}/my`, `/salon/${fair.slug}/stands/${stand.id}`],
  stand: ({ fair, stand, metId }) => ['', `?note=${metId}`].map((query) => `/salon/${fair.slug}/stands/${stand.id}/dashboard${query}`),
}

/** A window of whoever sees them. */
export function pageOf(role: string, { stand, guest }: Seen) {
  if (role === 'guest') return phoneKeeping(guest)
  if (role === 'candidate') return phoneOf('alice')
  if (role === 'recruiter') return phoneOf('rachid')
  if (role === 'provider') return phoneOf('paula')
  if (role === 'operator') return deskOf('omar')
  if (role === 'moderator') return deskOf('maud')
  if (role === 'organiser' || role === 'admin') return deskOf('adrien')
  return role === 'stand' ? deskAt(stand) : phoneOf(null)
}
