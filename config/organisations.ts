import { getCountries } from 'libphonenumber-js/min'

/** What an organisation may say of itself, and how much is shown of those that are searched. */
export const organisations = {
  kinds: ['company', 'school', 'association', 'administration'] as const,
  sectors: [
    'agriculture',
    'commerce',
    'construction',
    'culture',
    'education',
    'finance',
    'health',
    'hospitality',
    'industry',
    'it',
    'public',
    'services',
    'transport',
    'other',
  ] as const,
  /** 1–10, 11–50, 51–200, 201–1000, more */
  sizes: ['startup', 'small', 'medium', 'large', 'enterprise'] as const,
  /** ISO 3166-1 */
  countries: getCountries(),
  /** names that a search by somebody who wants to join may show */
  namesShown: 10,
}
