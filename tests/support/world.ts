import { DateTime } from 'luxon'
import Role from '#models/accounts/role'
import SignIn from '#models/accounts/sign_in'
import type Membership from '#models/accounts/membership'
import Organisation from '#models/accounts/organisation'
import Provider from '#models/accounts/provider'
import db from '@adonisjs/lucid/services/db'
import Extension from '#models/postes/extension'
import type Poste from '#models/postes/poste'
import type PosteSession from '#models/postes/poste_session'
import type ScreenMessage from '#models/postes/screen_message'
import type Reservation from '#models/postes/reservation'
import Site from '#models/postes/site'
import type SiteClosing from '#models/postes/site_closing'
import Station from '#models/postes/station'
import type Ticket from '#models/postes/ticket'
import type Visitor from '#models/postes/visitor'
import { issueLink } from '#models/accounts/mailed_link'
import type User from '#models/accounts/user'
import Fair from '#models/fair/fair'
import type Announcement from '#models/fair/announcement'
import type Attendee from '#models/fair/attendee'
import type Interview from '#models/fair/interview'
import type QueueEntry from '#models/fair/queue_entry'
import type Stand from '#models/fair/stand'
import type Document from '#models/files/document'
import type Import from '#models/files/import'
import Delivery from '#models/messaging/delivery'
import Notification from '#models/messaging/notification'
import { aDocument } from '#database/factories/files/documents'
import type PushSubscription from '#models/messaging/push_subscription'
import { anAttendee, aStand, aStandImport, anAttendeeImport, byNobody } from '#database/factories/fair/fairs'
import { settings } from '#services/settings'
import { person } from '#tests/support/agent'
import { aDevice } from '#tests/support/push'
import { aDelivery } from '#tests/support/deliveries'
import { interviewOf } from '#tests/support/fair'

const PHONE = 'Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0'

/** A moment of Odile's forum in which every action is possible to somebody. */
export interface World {
  forum: Fair
  /** of one slot, where David is inside and Bob waits */
  acme: Stand
  /** of two slots, where Alice is called */
  globex: Stand
  /** where nobody has been yet */
  initech: Stand
  alice: Attendee
  bob: Attendee
  david: Attendee
  /** Zoé, without account, who waits at Acme after Bob, and the secret that her phone keeps */
  guest: { attendee: Attendee; token: string }
  interview: Interview
  /** Alice's place at Globex */
  entry: QueueEntry
  /** David's place at Acme, who has come in */
  met: QueueEntry
  /** "C'est votre tour chez Globex", told to Alice */
  news: Notification
  /** what Odile has said to everybody */
  announcement: Announcement
  /** a file of stands that Odile has sent: one is new, one is there, one is wrong */
  staged: Import
  /** a file of people that waits to be confirmed */
  people: Import
  /** a mail to Alice that waits */
  delivery: Delivery
  /** Rachid's, verified, where Chloé asks to join */
  hooli: Organisation
  request: Membership
  /** Rachid's own place there */
  owner: Membership
  /** Paula's */
  profile: Provider
  /** Rachid's, which waits to be verified, and his other one, which is suspended */
  piper: Organisation
  massive: Organisation
  /** where Alice once asked to be told things */
  device: PushSubscription
  /** the secret of Acme's link */
  token: string
  /** another browser in which Alice is known */
  phone: SignIn
  /** what lets Odile run the forum */
  right: Role
  /** the secrets of the links that were mailed to David: one makes another address his, the other another password */
  mailed: { verification: string; reset: string }
  /** Alice's */
  cv: Document
  /** the public computers of the cast */
  room: Room
}

/** As the cast has it: see database/seeders/cast_postes.ts. */
export interface Room {
  site: Site
  /** 1 to 4 */
  postes: Poste[]
  /** Ana's, which runs on Poste 1 */
  session: PosteSession
  /** a guest's, whose code nobody has typed at Poste 3 */
  issued: PosteSession
  ana: Visitor
  /** who is not there now */
  lea: Visitor
  /** the secret of the link by which Léa's sheet becomes that of an account */
  claim: string
  /** what Ana asks for */
  extension: Extension
  /** what she has written to the desk */
  message: ScreenMessage
  /** what stands on Poste 1, and a browser that asked to stand somewhere */
  station: Station
  newcomer: Station
  /** days on which the site will be closed */
  closing: SiteClosing
  /** the place of a guest in the line */
  ticket: Ticket
  /** of Poste 2, for Léa, tomorrow */
  reservation: Reservation
  /** the secret of the link of its screen */
  wallToken: string
}

export async function aWorld(): Promise<World> {
  const forum = await Fair.findByOrFail('slug', 'forum')
  const stands = await forum.related('stands').query().orderBy('id')
  const [acme, globex] = stands
  const initech = await aStand(forum, { name: 'Initech' })
  const attending = { by: byNobody().by, at: DateTime.utc() }
  const alice = await forum.attend(await person('alice'), attending)
  const bob = await forum.attend(await person('bob'), attending)
  const david = await anAttendee(forum, 'David')
  await acme.join(david, byNobody())
  await acme.startInterview(david, byNobody())
  await acme.join(bob, byNobody())
  // Long enough ago that she may be called again.
  await globex.join(alice, byNobody(DateTime.utc().minus({ seconds: 45 })))
  const zoe = await anAttendee(forum, 'Zoé')
  await acme.join(zoe, byNobody())
  const [hooli, piper, massive] = await Organisation.query().orderBy('id').limit(3)
  return {
    forum,
    acme,
    globex,
    initech,
    alice,
    bob,
    david,
    guest: { attendee: zoe, token: (await zoe.guestLink(byNobody())).token },
    interview: await interviewOf(david),
    met: await david.related('entries').query().firstOrFail(),
    entry: await alice.related('entries').query().where('stand_id', globex.id).firstOrFail(),
    news: await Notification.query().where({ user_id: alice.userId!, kind: 'fair.called' }).firstOrFail(),
    announcement: await forum.announce({ text: 'Le buffet est ouvert.', lasts: 'end', attendeeId: zoe.id }, byNobody()),
    staged: await aStandImport(forum),
    people: await anAttendeeImport(forum),
    delivery: await aDelivery({ userId: alice.userId, params: { name: 'Alice' } }),
    hooli,
    piper,
    massive,
    owner: await hooli.related('memberships').query().where('role', 'owner').firstOrFail(),
    profile: await Provider.firstOrFail(),
    request: await hooli.related('memberships').query().whereNull('accepted_at').firstOrFail(),
    device: await aDevice(await person('alice'), { ended: true }),
    token: (await acme.link())!.token!,
    phone: await SignIn.start(await person('alice'), { userAgent: PHONE }, byNobody()),
    right: await Role.query().where({ role: 'organiser', fair_id: forum.id }).firstOrFail(),
    mailed: await mailedTo(await person('david')),
    cv: await aDocument({ userId: alice.userId! }),
    room: await theRoom(),
  }
}

export async function theRoom(): Promise<Room> {
  const site = await Site.firstOrFail()
  const { station: newcomer } = await Station.introduce('page', byNobody())
  await site.closeOn({ startsOn: DateTime.utc(2031, 5, 1), endsOn: DateTime.utc(2031, 5, 1), reason: 'Férié' }, byNobody())
  const [postes, [session, issued], ana, extension, station, closing] = await Promise.all([
    site.related('postes').query().orderBy('id'),
    site.related('sessions').query().orderBy('id'),
    site.related('visitors').query().whereNotNull('email').firstOrFail(),
    Extension.firstOrFail(),
    Station.query().where('label', 'CAST').firstOrFail(),
    site.related('closings').query().firstOrFail(),
  ])
  const known = { givenName: 'Léa', familyName: 'Grondin', email: 'lea@example.net', birthDate: DateTime.fromISO('1984-02-29') }
  const lea = await site.register({ ...known, consents: true, another: true }, byNobody())
  await lea.giveClaim(byNobody())
  const claim = (await lea.currentClaim(DateTime.now()))!.path.split('/').at(-1)!
  const ticket = await site.queue(null, 30, byNobody())
  const startsAt = DateTime.now().setZone(settings().zone).plus({ days: 1 }).set({ hour: 10, minute: 0, second: 0, millisecond: 0 })
  const reservation = await site.reserve({ visitorId: lea.id, posteId: postes[1].id, startsAt, minutes: 60 }, byNobody())
  const wallToken = (await site.regenerateWallLink(byNobody())).token!
  const message = await postes[0].say('station', 'L’écran clignote.', byNobody())
  return { site, postes, session, issued, ana, lea, claim, extension, message, station, newcomer, closing, ticket, reservation, wallToken }
}

export async function mailedTo(user: User) {
  return db.transaction(async (trx) => {
    const verification = await issueLink(trx, byNobody(), user, 'verification', 'david@example.net')
    const reset = await issueLink(trx, byNobody(), user, 'reset', null)
    return { verification: verification!.token, reset: reset!.token }
  })
}
