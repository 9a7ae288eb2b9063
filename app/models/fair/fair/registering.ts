import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import db from '@adonisjs/lucid/services/db'
import { Refusal } from '#exceptions/refusal'
import Attendee from '#models/fair/attendee'
import type Fair from '#models/fair/fair'
import { holdPeople, refuseKnownEmail } from '#models/fair/known_attendees'
import { type Act, within } from '#models/mixins/act'
import { signal } from '#models/mixins/live'
import { audit } from '#models/mixins/tracked'

/** Somebody without an account, as they or the organiser say. They are never linked to one by their address. */
export interface Registration {
  givenName: string
  familyName: string
  email?: string | null
  /** E.164 */
  phone?: string | null
}

/** Who comes at the door. */
export interface Admission extends Registration {
  /** queues where they wait at once */
  standIds: number[]
  /** whether the organiser says that they are not those of the same name */
  another: boolean
}

export interface Namesake {
  id: number
  name: string
  email: string | null
  phone: string | null
}

/** Rows of one statement. */
const CHUNK = 500

/** As many as somebody reads before answering. */
const NAMESAKES = 5

export function Registering<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    /** @throws {Refusal} fair.refusals.attendee_known */
    async register(this: Fair, { givenName, familyName, email = null, phone = null }: Registration, act: Act): Promise<Attendee> {
      return within(act, async (trx) => {
        if (email) await refuseKnownEmail(trx, this.id, email)
        const attendee = await Attendee.create({ fairId: this.id, givenName, familyName, email, phone }, { client: trx })
        await attendee.track(trx, act, 'fair.attendee.registered', { email: email !== null, phone: phone !== null })
        await signal(trx, [`fairs/${this.id}/control`])
        return attendee
      })
    }

    /** A list of people of whom none is there, as whoever holds them has just seen. */
    async registerAll(this: Fair, people: Registration[], act: Act): Promise<void> {
      await within(act, async (trx) => {
        for (let i = 0; i < people.length; i += CHUNK) {
          const some = people.slice(i, i + CHUNK)
          const rows = some.map((person) => rowOf(this, person, act))
          const ids: { id: number }[] = await trx.insertQuery().table('attendees').returning('id').multiInsert(rows)
          await audit(
            trx,
            act,
            ids.map(({ id }, place) => lineOf(this, id, some[place]))
          )
        }
        await signal(trx, [`fairs/${this.id}/control`])
      })
    }

    /**
     * At the door: registered, and put in queues, or nothing at all.
     * @throws {Refusal} fair.refusals.attendee_known, attendee_namesake, join_*
     */
    async admit(this: Fair, { standIds, another, ...values }: Admission, act: Act): Promise<Attendee> {
      return within(act, async (trx) => {
        // Two desks that receive one family wait for each other here.
        await holdPeople(trx, this.id)
        if (!another && (await this.namesakes(values, trx)).length > 0)
          throw new Refusal('fair.refusals.attendee_namesake', {}, { status: 422, field: 'familyName' })
        const attendee = await this.register(values, { ...act, trx })
        const stands = await this.related('stands').query().useTransaction(trx).whereIn('id', standIds).orderBy('id')
        for (const stand of stands) await stand.join(attendee, { ...act, trx })
        return attendee
      })
    }

    /** People of the fair who may be this one: the same name in any order, or the same number. */
    async namesakes(this: Fair, { givenName, familyName, phone = null }: Registration, client: Client = db): Promise<Namesake[]> {
      const { rows } = await client.rawQuery(
        `select a.id, a.given_name || ' ' || a.family_name as name, coalesce(u.email, a.email) as email, coalesce(u.phone, a.phone) as phone
        from attendees a left join users u on u.id = a.user_id
        where a.fair_id = :fair
          and (plain(a.given_name || ' ' || a.family_name) in (plain(:name), plain(:reverse)) or coalesce(u.phone, a.phone) = :phone)
        order by a.id limit ${NAMESAKES}`,
        { fair: this.id, name: `${givenName} ${familyName}`, reverse: `${familyName} ${givenName}`, phone }
      )
      return rows
    }
  }
}

function rowOf({ id }: Fair, { givenName, familyName, email = null, phone = null }: Registration, { at }: Act) {
  return { fair_id: id, given_name: givenName, family_name: familyName, email, phone, created_at: at.toJSDate(), updated_at: at.toJSDate() }
}

function lineOf({ id: fairId }: Fair, id: number, { email, phone }: Registration) {
  const changes = { email: email !== null, phone: phone !== null }
  return { action: 'fair.attendee.registered', object: { type: 'attendee', id }, fairId, changes }
}

type Client = Pick<typeof db, 'rawQuery'>
