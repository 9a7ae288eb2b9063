import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { Refusal } from '#exceptions/refusal'
import { type Act, authorOf, within } from '#models/mixins/act'
import { signal } from '#models/mixins/live'
import { freeChannel } from '#models/postes/free_postes'
import type Poste from '#models/postes/poste'
import { relocate } from '#models/postes/reservation_following'
import { lockPostes } from '#models/postes/running'

export interface PosteValues {
  name: string
  kind?: 'office' | 'gaming'
  ip?: string | null
  /** `AA:BB:CC:DD:EE:FF` */
  mac?: string | null
  place?: string | null
  notes?: string | null
}

/** What is written of a poste. */
export function Keeping<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    /** @throws {Refusal} postes.refusals.name_taken, ip_taken, mac_taken */
    async edit(this: Poste, values: PosteValues, act: Act): Promise<void> {
      await within(act, async (trx) => {
        await takenOr(trx, this.siteId, values, () => this.useTransaction(trx).merge(values).save(), this.id)
        await this.track(trx, act, 'postes.poste.edited', { ...values, notes: values.notes ? true : null })
        await signal(trx, [`sites/${this.siteId}`, this.channel])
      })
    }

    /**
     * It leaves the room and keeps its history; its stations are nobody's any more, and who reserved it has another if one is free then.
     * @throws {Refusal} postes.refusals.poste_taken
     */
    async retire(this: Poste, act: Act): Promise<void> {
      await within(act, async (trx) => {
        const others: { id: number }[] = await trx.from('postes').where('site_id', this.siteId).whereNull('retired_at').select('id')
        await lockPostes(
          trx,
          others.map(({ id }) => id)
        )
        if (await trx.from('poste_sessions').where('poste_id', this.id).whereNull('ended_at').first())
          throw new Refusal('postes.refusals.poste_taken', { poste: this.name })
        await this.useTransaction(trx)
          .merge({ retiredAt: act.at, retiredBy: authorOf(act.by) })
          .save()
        await this.unpair({ ...act, trx })
        await relocate(trx, act, this)
        await this.track(trx, act, 'postes.poste.retired')
        await signal(trx, [`sites/${this.siteId}`, freeChannel(this.siteId), this.channel])
      })
    }
  }
}

const TAKEN: Record<string, 'name' | 'ip' | 'mac'> = { postes_name: 'name', postes_ip: 'ip', postes_mac: 'mac' }

/** Says of which poste a name or an address is, where the database refuses it. */
export async function takenOr<T>(
  trx: TransactionClientContract,
  siteId: number,
  values: PosteValues,
  work: () => Promise<T>,
  except = 0
): Promise<T> {
  const rival = await trx
    .from('postes')
    .whereNull('retired_at')
    .whereNot('id', except)
    .where((query) => {
      query.where((same) => void same.where('site_id', siteId).whereRaw('plain(name) = plain(?)', [values.name]))
      if (values.ip) query.orWhere((same) => void same.where('site_id', siteId).where('ip', values.ip!))
      if (values.mac) query.orWhere('mac', values.mac)
    })
    .first()
  try {
    return await work()
  } catch (error) {
    const field = TAKEN[(error as { constraint?: string }).constraint ?? '']
    if (field) throw new Refusal(`postes.refusals.${field}_taken`, { poste: rival?.name ?? values.name }, { status: 422, field })
    throw error
  }
}
