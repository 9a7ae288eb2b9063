import db from '@adonisjs/lucid/services/db'
import type { VisitorValues } from '#models/postes/visitor/describing'

/** In what somebody who is registered resembles somebody who comes. */
export type Sign = 'name' | 'email' | 'phone' | 'birth'

export interface Likeness {
  id: number
  name: string
  email: string | null
  phone: string | null
  birthYear: number | null
  signs: Sign[]
}

/** As many as somebody reads before answering. */
const MOST = 5

type Client = Pick<typeof db, 'rawQuery'>

/**
 * The same name in any order, the same address, the same number; or born on the same day, with one name in common: a birthday alone
 * is that of many.
 */
export async function likenessesOf(siteId: number, values: Partial<VisitorValues>, client: Client = db): Promise<Likeness[]> {
  const { givenName = '', familyName = '', email = null, phone = null, birthDate = null } = values
  const { rows } = await client.rawQuery(
    `select * from (
      select v.id, v.given_name || ' ' || v.family_name as name, v.email, v.phone, extract(year from v.birth_date)::integer as "birthYear",
        array_remove(array[
          case when plain(v.given_name || ' ' || v.family_name) in (plain(:name), plain(:reverse)) then 'name' end,
          case when lower(v.email) = lower(:email) then 'email' end,
          case when v.phone = :phone then 'phone' end,
          case when v.birth_date = :birth::date
            and (plain(v.given_name) in (plain(:given), plain(:family)) or plain(v.family_name) in (plain(:given), plain(:family))) then 'birth' end
        ], null) as signs
      from visitors v where v.site_id = :site and v.anonymised_at is null and v.guest_number is null
    ) known where cardinality(signs) > 0 order by cardinality(signs) desc, id limit ${MOST}`,
    {
      site: siteId,
      name: `${givenName} ${familyName}`,
      reverse: `${familyName} ${givenName}`,
      given: givenName,
      family: familyName,
      email,
      phone,
      birth: birthDate?.toISODate() ?? null,
    }
  )
  return rows
}
