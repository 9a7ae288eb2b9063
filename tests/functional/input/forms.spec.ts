import { test } from '@japa/runner'
import hash from '@adonisjs/core/services/hash'
import { type Line, TABLE } from '#tests/support/access'
import type { Agent } from '#tests/support/agent'
import { addressOf } from '#tests/support/cast'
import { refusalOf } from '#tests/support/html'
import { assertDiscreet } from '#tests/support/hygiene'
import { undone, writesNow } from '#tests/support/rows'
import { withWorld } from '#tests/support/shared'
import { wire } from '#tests/support/wire'
import type { World } from '#tests/support/world'

/** What somebody, or a machine, may write in any field; `%` is as it goes on the wire. */
const ODD = [
  '',
  '%20%20',
  '0',
  '-1',
  '1.5',
  '1e309',
  '0x10',
  'Infinity',
  '9007199254740993',
  '99999999999999999999999999',
  'true',
  'x'.repeat(5000),
  '%F0%9F%91%A9%E2%80%8D%F0%9F%9A%80%E2%80%AE',
  '%ED%A0%80%FF%C3%28',
  '%0D%0ASet-Cookie:%20x=y',
  "';%20drop%20table%20users;%20--",
  '%5C%25_%7B%7B1%7D%7D$%7B1%7D',
  '2027-02-30T25:61',
  '0000-00-00T00:00',
]

/** The ways to say a field: once, as a list, as an object, twice, as a file's path. */
const SHAPES = [
  (name: string, value: string) => `${name}[]=${value}`,
  (name: string, value: string) => `${name}[a]=${value}`,
  (name: string, value: string) => `${name}[a][b][c]=${value}`,
  (name: string, value: string) => `${name}=${value}&${name}=${value}`,
  (name: string, value: string) => `${name}.a=${value}`,
]

/** The page on which each form is. */
const PAGE: Record<string, (world: World) => string> = {
  'postes.visitors.store': ({ room }) => `${room.site.path}/visitors/create`,
  'postes.identities.update': ({ room }) => `${room.site.path}/visitors/${room.lea.id}`,
  'postes.merges.store': ({ room }) => `${room.site.path}/visitors/${room.lea.id}/merge/create?other=${room.ana.id}`,
  'postes.visitors.update': ({ room }) => `${room.site.path}/visitors/${room.lea.id}/edit`,
  'postes.station.pairings.store': () => '/station',
  'postes.admin_sites.store': () => '/admin/sites/create',
  'postes.settings.update': ({ room }) => `${room.site.path}/settings/edit`,
  'postes.hours.update': ({ room }) => `${room.site.path}/hours/edit`,
  'postes.modes.update': ({ room }) => `${room.site.path}/mode/edit`,
  'postes.closings.store': ({ room }) => `${room.site.path}/closings`,
  'postes.postes.store': ({ room }) => `${room.site.path}/postes/create`,
  'postes.postes.update': ({ room }) => `${room.site.path}/postes/${room.postes[1].id}/edit`,
  'postes.adoptions.store': ({ room }) => `${room.site.path}/newcomers/${room.newcomer.id}`,
  'postes.sessions.store': ({ room }) => `${room.site.path}/sessions/create`,
  'postes.sessions.destroy': ({ room }) => `${room.site.path}/desk?poste=${room.postes[0].id}`,
  'postes.additions.store': ({ room }) => `${room.site.path}/desk?poste=${room.postes[0].id}`,
  'postes.placements.update': ({ room }) => `${room.site.path}/desk?poste=${room.postes[0].id}`,
  'postes.extensions.update': ({ room }) => `${room.site.path}/extensions/${room.extension.id}/edit`,
  'postes.messages.store': ({ room }) => `${room.site.path}/desk?poste=${room.postes[0].id}`,
  'postes.maintenances.store': ({ room }) => `${room.site.path}/desk?poste=${room.postes[1].id}`,
  'postes.reservations.store': ({ room }) => `${room.site.path}/reservations/create`,
  'postes.reservations.update': ({ room }) => `${room.site.path}/reservations/${room.reservation.id}/edit`,
  'postes.tickets.store': ({ room }) => `${room.site.path}/tickets/create`,
  'accounts.candidate_sign_ups.store': () => '/compte/candidates/create',
  'accounts.recruiter_sign_ups.store': () => '/compte/recruiters/create?name=Initech',
  'accounts.provider_sign_ups.store': () => '/compte/providers/create',
  'accounts.address_proofs.store': () => '/compte/verifications',
  'accounts.resets.store': () => '/compte/resets/create',
  'accounts.resets.update': () => '/compte/resets/current',
  'accounts.profiles.update': () => '/compte/profile',
  'accounts.email_changes.store': () => '/compte/email',
  'accounts.passwords.update': () => '/compte/password',
  'accounts.sign_ins.store': () => '/compte/sign-ins/create',
  'accounts.preferences.update': () => '/salon',
  'accounts.roles.store': ({ right }) => `/admin/users/${right.userId}`,
  'accounts.organisations.store': () => '/compte/organisations/create',
  'accounts.organisations.update': ({ hooli }) => `${hooli.path}/edit`,
  'accounts.memberships.store': ({ hooli }) => `${hooli.path}/memberships/create`,
  'accounts.membership_refusals.store': ({ hooli, request }) => `${hooli.path}/memberships/${request.id}/refusal/create`,
  'accounts.providers.store': () => '/compte/provider',
  'accounts.providers.update': () => '/compte/provider/edit',
  'accounts.refusals.store': ({ piper }) => piper.adminPath,
  'accounts.suspensions.store': ({ hooli }) => hooli.adminPath,
  'accounts.corrections.update': ({ hooli }) => `/admin/organisations/${hooli.id}/edit`,
  'messaging.preferences.update': () => '/messages/preferences',
  'monitoring.legal_texts.update': () => '/admin/legal-pages/mentions/fr/edit',
  'monitoring.legal_previews.store': () => '/admin/legal-pages/mentions/fr/edit',
  'messaging.push_subscriptions.store': () => '/messages/preferences',
  'monitoring.settings.update': () => '/admin/settings/quiet/edit',
  'fair.fairs.store': () => '/salon/create',
  'fair.fairs.update': () => '/salon/forum/edit',
  'fair.stands.store': () => '/salon/forum/stands/create',
  'fair.stands.update': ({ acme }) => `/salon/forum/stands/${acme.id}/edit`,
  'fair.stand_closures.store': ({ acme }) => `/salon/forum/stands/${acme.id}/dashboard`,
  'fair.notes.update': ({ acme, met }) => `/salon/forum/stands/${acme.id}/dashboard?note=${met.id}`,
  'fair.entries.store': ({ initech }) => `/salon/forum/entries/create?stand=${initech.id}`,
  'fair.ranks.update': ({ entry }) => `/salon/forum/entries/${entry.id}/rank/edit`,
  'fair.releases.store': () => '/salon/forum/release/create',
  'fair.announcements.store': () => '/salon/forum/announcements',
  'fair.guests.store': ({ initech }) => `/salon/forum/stands/${initech.id}`,
  'fair.copies.store': () => '/salon/forum/copies/create',
  'fair.registrations.store': () => '/salon/forum/registrations/create',
  'fair.attendees.update': ({ david }) => `/salon/forum/attendees/${david.id}/edit`,
  'fair.attendee_interviews.store': ({ alice }) => `/salon/forum/attendees/${alice.id}`,
  'fair.overrides.store': ({ bob }) => `/salon/forum/attendees/${bob.id}`,
  'fair.my_entries.store': () => '/salon/forum',
  'fair.my_interviews.store': () => '/salon/forum/my',
  'files.documents.store': () => '/compte/documents',
  'files.organisation_documents.store': () => '/compte/documents',
}

/** A form that is never right here has its own tests, and so has the click of a mail program. */
const forms = TABLE.filter(({ form, answers, tokenless }) => form && answers.done && !tokenless)

/** What kinds of fields there are, by what is right in them. */
const KINDS = [/^$/, /^\d{4}-\d\d/, /^\d\d:\d\d$/, /^-?\d+$/, /@/, /^\+?[\d ]{6,}$/, /^https?:/, /^[a-z_]+$/, /\n/]

/** One field of each kind is given everything; the others, which the same rules read, a fourth of it each, and all in turn. */
function bodies(form: Record<string, string>, back: string) {
  const known = new Set<number>()
  return Object.entries(form).flatMap(([name, right], place) => {
    const kind = KINDS.findIndex((pattern) => pattern.test(right))
    const first = !known.has(kind)
    known.add(kind)
    const rest = new URLSearchParams({ ...form, _back: back })
    rest.delete(name)
    const own = [...ODD.map((value) => `${name}=${value}`), ...SHAPES.map((shape) => shape(name, encodeURIComponent(right)))]
    return own.filter((_, i) => first || i % 4 === place % 4).map((one) => `${rest}&${one}`)
  })
}

function send(line: Line, address: string, agent: Agent, body: string) {
  const target = line.method === 'POST' ? address : `${address}?_method=${line.method}`
  return wire('POST', target, {
    by: agent,
    body,
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-csrf-token': agent.token },
  })
}

test.group('Whatever is written in a form', (group) => {
  const shared = withWorld(group)

  group.each.setup(() => {
    hash.fake()
    return () => hash.restore()
  })

  for (const line of forms)
    test(`${line.method} ${line.pattern} does it or says why not`, async ({ assert }) => {
      const world = shared.world()
      const form = line.form!(world)
      let refused = 0
      for (const body of bodies(form, PAGE[line.route](world)))
        await undone(async () => {
          const agent = shared.browser(line.answers.done![0])
          const before = await writesNow()
          const answer = await send(line, addressOf(line, world), agent, body)
          agent.keep([answer.headers['set-cookie'] ?? []].flat())
          const written = (await writesNow()) - before
          const about = body.slice(0, 200)
          assertDiscreet(assert, answer.body, about)
          if (answer.status === 303) {
            const page = await agent.get(String(answer.headers.location))
            assert.equal(page.status, 200, about)
            assertDiscreet(assert, page.body, about)
            assert.notMatch(page.body, /="(undefined|\[object)/, about)
            if (refusalOf(page.body).length === 0) return
          } else assert.equal(answer.status, 404, about)
          refused++
          assert.equal(written, 0, about)
        })
      assert.isAtLeast(refused, Object.keys(form).length * 2)
    }).timeout(60_000)
})
