/** What distinguishes this installation; the settings page edits these defaults. */
export const instance = {
  name: 'Tremplin',
  zone: 'Europe/Paris',
  locales: ['fr', 'en'] as const,
}

export type Locale = (typeof instance.locales)[number]
