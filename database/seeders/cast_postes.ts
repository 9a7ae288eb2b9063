import SecretLink, { hashOf } from '#models/accounts/secret_link'
import type { Act } from '#models/mixins/act'
import { pairingToken } from '#models/postes/poste/pairing'
import Station from '#models/postes/station'
import { openSite } from '#models/postes/site_list'
import Visitor from '#models/postes/visitor'

/** The secret of the browser that stands on Poste 1. */
export const STATION_TOKEN = 'the-station-of-poste-1'
/** What a browser becomes that of Poste 2 with: good for longer than real ones. */
export const PAIRING_CODE = 'PAR222'

/**
 * The site that every test knows, where people are known by name: on Poste 1 Ana's time runs, she asks for more, and a station
 * stands there; Poste 2 is free; a code waits at Poste 3; Poste 4 is in maintenance. It is never closed.
 */
export async function seedPostes(act: Act) {
  const site = await openSite({ name: 'Espace numérique', mode: 'identified', address: '1 place de la Mairie' }, act, [])
  const postes = []
  for (const name of ['Poste 1', 'Poste 2', 'Poste 3', 'Poste 4']) postes.push(await site.addPoste({ name }, act))
  const ana = await Visitor.create({
    siteId: site.id,
    givenName: 'Ana',
    familyName: 'Hoarau',
    email: 'ana@example.net',
    createdAt: act.at,
    createdBy: 'system',
  })
  await ana.consent('1', act)
  const session = await site.issue({ visitorId: ana.id, posteId: postes[0].id, minutes: 240, started: true }, act)
  await session.askForTime(15, act)
  const guest = await site.welcomeGuest(act)
  await site.issue({ visitorId: guest.id, posteId: postes[2].id, minutes: 60 }, act)
  await postes[3].maintain('Écran à changer', act)
  const station = await Station.create({ kind: 'page', tokenHash: hashOf(STATION_TOKEN), label: 'CAST', askedAt: act.at })
  await station.stand(postes[0], act)
  await SecretLink.issueFor({ posteId: postes[1].id }, act.at.plus({ days: 1 }), act, pairingToken(PAIRING_CODE))
}
