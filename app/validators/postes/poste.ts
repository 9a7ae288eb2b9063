import type { HttpRequest } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import type { PosteValues } from '#models/postes/poste/keeping'
import { ip, mac } from '#validators/postes/rules'

export const KINDS = ['office', 'gaming'] as const

const sheet = vine.create(
  vine.object({
    name: vine.string().trim().minLength(1).maxLength(50),
    use: vine.enum(KINDS),
    ip: ip(),
    mac: mac(),
    place: vine.string().trim().maxLength(100).nullable().optional(),
    notes: vine.string().trim().maxLength(2000).nullable().optional(),
  })
)

/** What the form of a poste says; an empty field is nothing. */
export async function posteValues(request: HttpRequest): Promise<PosteValues> {
  const { use, ip: address = null, mac: physical = null, place = null, notes = null, ...values } = await request.validateUsing(sheet)
  return { ...values, kind: use, ip: address, mac: physical, place, notes }
}

/** Which poste a browser that asked is. */
export const adoptionValidator = vine.create(
  vine.object({ posteId: vine.number().positive().withoutDecimals().max(Number.MAX_SAFE_INTEGER) })
)
