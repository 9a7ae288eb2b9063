import vine from '@vinejs/vine'
import { isReserved, slugOf } from '#models/fair/addressing'
import { isOrganisation } from '#models/fair/hosting'

/** `Forum des métiers` is what people write; `forum-des-metiers` is what an address can hold. */
const addressable = vine.createRule((value, _options: undefined, field) => {
  if (typeof value !== 'string') return
  const slug = slugOf(value)
  if (!slug) field.report('slug', 'slug', field)
  else if (isReserved(slug)) field.report('slugReserved', 'slugReserved', field)
  else field.mutate(slug, field)
})

const ofDay = vine.createRule((value, _options: undefined, field) => {
  if (typeof value !== 'string') return
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(value)) field.report('hour', 'hour', field)
})

/** Both hours of a day, in their order, or neither. */
const paired = vine.createRule(
  (value, { other, after }: { other: string; after: boolean }, field) => {
    const its = (field.parent as Record<string, unknown>)[other]
    if (Boolean(value) !== Boolean(its)) {
      if (!value) field.report('paired', 'paired', field)
    } else if (after && typeof value === 'string' && typeof its === 'string' && value <= its) field.report('after', 'after', field)
  },
  { implicit: true }
)

const known = vine.createRule(
  async (value, _options: undefined, field) => {
    if (typeof value === 'string' && !(await isOrganisation(value))) field.report('organisation', 'organisation', field, { name: value })
  },
  { isAsync: true }
)

export const slug = () => vine.string().trim().maxLength(80).use(addressable()).nullable().optional()
export const hour = (pair: { other: string; after: boolean }) => vine.string().trim().use(ofDay()).use(paired(pair)).nullable().optional()
export const organisation = () => vine.string().trim().maxLength(200).use(known()).nullable().optional()
