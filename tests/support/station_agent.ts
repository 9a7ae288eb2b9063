import { aPoste, aSite, aStation } from '#database/factories/postes/sites'
import { rereadStations } from '#services/stations'
import { Agent } from '#tests/support/agent'

/** A poste with its own browser, of a site of its own. */
export async function aScreen() {
  const site = await aSite()
  const poste = await aPoste(site, { name: 'Poste 7' })
  const { station, token } = await aStation(poste)
  await rereadStations()
  return { site, poste, station, screen: await Agent.atStation(token) }
}

/** Which moment a page of a poste shows. */
export const screenOf = (body: string) => /id="station-screen"[^>]* data-screen="(\w+)"/.exec(body)?.[1]
export const leaseOf = (body: string) => /data-lease="([^"]*)"/.exec(body)![1]
