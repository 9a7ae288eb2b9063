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
