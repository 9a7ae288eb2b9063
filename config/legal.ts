/** The pages that the law asks for, and where they are. Their first texts are in resources/legal. */
export const LEGAL_PAGES = {
  mentions: '/mentions-legales',
  privacy: '/confidentialite',
  accessibility: '/accessibilite',
} as const

export type LegalPage = keyof typeof LEGAL_PAGES
export const LEGAL_NAMES = Object.keys(LEGAL_PAGES) as LegalPage[]

/** The longest text (characters). */
export const LONGEST_TEXT = 40_000
