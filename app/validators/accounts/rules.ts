import vine from '@vinejs/vine'
import { commonPasswords } from '#config/passwords'
import { reservedUsernames } from '#config/usernames'
import { plain } from '#models/mixins/paging'

/** Whose password it is: what the form says, or what the account says. */
interface Identity {
  email?: unknown
  username?: unknown
  givenName?: unknown
  familyName?: unknown
}

/** The shortest and the commonest are refused; nothing else is asked of a password (NIST SP 800-63B). */
const uncommon = vine.createRule((value, _options: undefined, field) => {
  if (typeof value === 'string' && commonPasswords.has(value.toLowerCase()))
    field.report('The {{ field }} field is among the first that anybody guesses', 'uncommon', field)
})

/** Nor is it what everybody knows of the person: their address or their name, whatever the case, the signs and the last digits. */
const impersonal = vine.createRule((value, _options: undefined, field) => {
  const identity: Identity = field.meta.identity ?? field.parent
  if (typeof value === 'string' && saidOf(identity).includes(bare(value)))
    field.report('The {{ field }} field is the name or the address of the person', 'impersonal', field)
})

function saidOf({ email, username, givenName, familyName }: Identity) {
  const [name, given, family, user] = [email, givenName, familyName, username].map((one) => (typeof one === 'string' ? one : ''))
  return [name, name.split('@')[0], given + family, family + given, given, family, user].map(bare).filter(Boolean)
}

function bare(text: string) {
  return plain(text)
    .replace(/[^\p{L}\d]/gu, '')
    .replace(/\d+$/, '')
}

/** `"a b"@example.org` is an address to the standard, and to no database or mailbox. */
const unquoted = vine.createRule((value, _options: undefined, field) => {
  if (typeof value === 'string' && !/^[^\s@"]+@[^\s@"]+$/.test(value)) field.report('email', 'email', field)
})

/** `linkedin.com/in/ines`, as people copy it, becomes an address of that site and of no other. */
const ofLinkedin = vine.createRule((value, _options: undefined, field) => {
  if (typeof value !== 'string') return
  const url = URL.parse(/^https?:\/\//i.test(value) ? value : `https://${value}`)
  const ours = url && /^([a-z]+\.)?linkedin\.com$/.test(url.hostname) && !url.port && !url.username && url.pathname.length > 1
  if (ours) field.mutate(`https://${url.hostname}${url.pathname}`, field)
  else field.report('The {{ field }} field must be an address of linkedin.com', 'linkedin', field)
})

const unreserved = vine.createRule((value, _options: undefined, field) => {
  if (typeof value === 'string' && reservedUsernames.has(value.toLowerCase().replace(/[._-]/g, '')))
    field.report('The {{ field }} field is reserved', 'reserved', field)
})

const wellFormed = vine.createRule((value, _options: undefined, field) => {
  if (typeof value !== 'string') return
  if (/^[a-z0-9][a-z0-9._-]*[a-z0-9]$/i.test(value)) field.mutate(value.toLowerCase(), field)
  else field.report('The {{ field }} field holds signs that a username may not have', 'username', field)
})

export const name = () => vine.string().trim().minLength(1).maxLength(100)
export const email = () => vine.string().trim().email().maxLength(254).use(unquoted())
export const newPassword = () => vine.string().minLength(8).maxLength(200).use(uncommon()).use(impersonal())
export const linkedin = () => vine.string().trim().maxLength(200).use(ofLinkedin())
export const username = () => vine.string().trim().minLength(3).maxLength(30).use(wellFormed()).use(unreserved())
