import vine from '@vinejs/vine'
import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/min'
import { settings } from '#services/settings'

/** A telephone number as people write it, abroad or here, becomes E.164. */
const readable = vine.createRule((value, _options: undefined, field) => {
  if (typeof value !== 'string') return
  const number = parsePhoneNumberFromString(value, { defaultCountry: settings().country as CountryCode, extract: false })
  if (number?.isValid()) field.mutate(number.number, field)
  else field.report('The {{ field }} field must be a telephone number', 'phone', field)
})

export const phone = () => vine.string().trim().maxLength(40).use(readable())
