import { DateTime } from 'luxon'
import { deskAt, deskOf, phoneKeeping, phoneOf } from '#tests/support/pages'
import type { Seen } from '#tests/support/seen'

const ACCOUNT = [
  '',
  '/profile',
  '/email',
  '/password',
  '/preferences',
  '/deletion',
  '/sign-ins',
  '/documents',
  '/postes',
  '/postes/reservations/create',
].map((path) => `/compte${path}`)

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
      'reservations',
      `reservations?day=${room.reservation.dayIso}`,
      'reservations/create?q=ana',
      `reservations/${room.reservation.id}`,
      `reservations/${room.reservation.id}/edit`,
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
