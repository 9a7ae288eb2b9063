import vine from '@vinejs/vine'
import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/min'
import { settings } from '#services/settings'

/** A telephone number as people write it, abroad or here, in E.164; null when it is none. */
export function e164(text: string): string | null {
  const number = parsePhoneNumberFromString(text, { defaultCountry: settings().country as CountryCode, extract: false })
  return number?.isValid() ? number.number : null
}

const readable = vine.createRule((value, _options: undefined, field) => {
  if (typeof value !== 'string') return
  const number = e164(value)
  if (number) field.mutate(number, field)
  else field.report('The {{ field }} field must be a telephone number', 'phone', field)
})

export const phone = () => vine.string().trim().maxLength(40).use(readable())
