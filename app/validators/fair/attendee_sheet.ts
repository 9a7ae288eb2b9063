import type { Registration } from '#models/fair/fair/registering'
import type { Sheet } from '#services/csv/sheet'
import { personValidator } from '#validators/fair/registration'

/** A file of people without an account, as their form asks. */
export const attendeeSheet: Sheet<Registration> = {
  columns: [
    { name: 'familyName', title: 'fair.exports.family_name', aliases: ['nom', 'surname', 'last name'], required: true },
    { name: 'givenName', title: 'fair.exports.given_name', aliases: ['first name'], required: true },
    { name: 'email', title: 'fair.attendees.email', hint: 'setup.registrations.email_sheet', aliases: ['e-mail', 'mail', 'courriel'] },
    { name: 'phone', title: 'setup.registrations.phone', hint: 'setup.registrations.phone_sheet', aliases: ['mobile', 'portable', 'tel'] },
  ],
  validate: (cells) => personValidator.validate(cells),
  most: 5000,
}
