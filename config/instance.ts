/** Every language that Tremplin speaks; an installation may offer fewer. */
export const LOCALES = ['fr', 'en'] as const
export type Locale = (typeof LOCALES)[number]

/** What distinguishes an installation, until its settings say otherwise. */
export const instance = {
  name: 'Tremplin',
  /** where people write to whoever runs it; empty: nobody has said yet */
  email: '',
  zone: 'Europe/Paris',
  /** of phone numbers that are written without their country */
  country: 'FR',
  currency: 'EUR',
  locales: LOCALES as readonly Locale[],
}

export const CURRENCIES = ['EUR', 'XOF', 'XAF', 'CHF', 'CAD'] as const

/** Where French is spoken at work or at school. */
export const COUNTRIES =
  'FR BE BF BI BJ CA CD CF CG CH CI CM DJ DZ GA GF GN GP HT KM LU MA MC MG ML MQ MR MU NC NE PF RE RW SC SN TD TG TN VU YT'.split(' ')
