import SecretLink from '#models/accounts/secret_link'
import type Fair from '#models/fair/fair'
import type Stand from '#models/fair/stand'

export interface LinkedStand {
  stand: Stand
  link: SecretLink
}

/** Stands whose secret link can be shown, in the order of their names. @param standId that one only */
export async function linkedStands(fair: Fair, standId?: number): Promise<LinkedStand[]> {
  const stands = await fair
    .related('stands')
    .query()
    .if(standId, (query) => query.where('id', standId!))
    .orderByRaw('name collate "fr-x-icu", id')
  const ids = stands.map(({ id }) => id)
  const links = new Map((await SecretLink.query().whereIn('stand_id', ids).whereNull('revoked_at')).map((link) => [link.standId, link]))
  return stands.flatMap((stand) => {
    const link = links.get(stand.id)
    return link?.path ? [{ stand, link }] : []
  })
}
