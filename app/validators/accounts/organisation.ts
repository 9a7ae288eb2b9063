import vine from '@vinejs/vine'
import { organisations } from '#config/organisations'
import { registrationNumber } from '#models/accounts/registration_number'
import { phone } from '#validators/phone'

/** Of the country that is chosen in the same form. */
const registered = vine.createRule((value, _options: undefined, field) => {
  const { country } = field.parent as { country?: unknown }
  if (typeof value !== 'string') return
  const number = registrationNumber(value, String(country))
  if (number) field.mutate(number, field)
  else field.report('registered', 'registered', field)
})

/** What people write is often only the name of the site. */
const website = vine.createRule((value, _options: undefined, field) => {
  if (typeof value !== 'string') return
  const address = /^https?:\/\//i.test(value) ? value : `https://${value}`
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (url?.protocol === 'https:' && /\.\p{L}{2,}$/u.test(url.hostname)) field.mutate(url.href, field)
  else field.report('website', 'website', field)
})

const text = (longest: number) => vine.string().trim().minLength(1).maxLength(longest)

const sheet = {
  name: text(200),
  kind: vine.enum(organisations.kinds),
  country: vine.enum(organisations.countries),
  registrationNumber: vine.string().trim().maxLength(60).use(registered()).nullable(),
  sector: vine.enum(organisations.sectors).nullable(),
  size: vine.enum(organisations.sizes).nullable(),
  website: vine.string().trim().maxLength(300).use(website()).nullable(),
  description: text(5000).nullable(),
  address: text(300).nullable(),
  city: text(100).nullable(),
  contactEmail: vine.string().trim().email().maxLength(254).nullable(),
  contactPhone: phone().nullable(),
}

const place = { department: text(100).nullable() }

export const organisationValidator = vine.create(vine.object(sheet))
export const foundingValidator = vine.create(vine.object({ ...sheet, ...place }))
export const membershipValidator = vine.create(vine.object(place))
export const providerValidator = vine.create(vine.object({ speciality: text(200), bio: text(5000).nullable() }))

/** What is told to whoever waits for the decision. */
export const reasonValidator = vine.create(vine.object({ reason: text(1000) }))

/** What whoever was refused says when they ask again. */
export const changesValidator = vine.create(vine.object({ changes: text(1000) }))
