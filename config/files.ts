/* What people may hand in, and how long it is kept (decision 14). */

const MB = 1024 * 1024

/** Every type that is recognised by its content, with the names that its files end with. */
export const TYPES = {
  pdf: { media: 'application/pdf', extensions: ['pdf'] },
  doc: { media: 'application/msword', extensions: ['doc'] },
  docx: { media: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', extensions: ['docx'] },
  odt: { media: 'application/vnd.oasis.opendocument.text', extensions: ['odt'] },
  txt: { media: 'text/plain', extensions: ['txt'] },
  jpg: { media: 'image/jpeg', extensions: ['jpg', 'jpeg'] },
  png: { media: 'image/png', extensions: ['png'] },
  webp: { media: 'image/webp', extensions: ['webp'] },
} as const

export type FileType = keyof typeof TYPES

export interface Purpose {
  accepts: readonly FileType[]
  maxBytes: number
  /** how many of them one owner may have at a time */
  most: number
  /** the clock: kept so long after the owner's last activity */
  days: number
  /** pictures are brought within this many pixels a side */
  side: number
  /** the owner is warned 30 days before the clock strikes */
  warns: boolean
  /** moderators read it, to verify its owner */
  reviewed?: true
  /** shown in pages: may be kept by the reader's browser */
  picture?: true
}

const TEXTS = ['pdf', 'doc', 'docx', 'odt', 'txt'] as const
const PICTURES = ['jpg', 'png', 'webp'] as const

/** An A4 page at 300 dots an inch. */
const SCAN = 3508

const candidate = { maxBytes: 10 * MB, days: 730, side: SCAN, warns: true }
const picture = { accepts: PICTURES, maxBytes: 5 * MB, most: 1, days: 730, side: 800, warns: false, picture: true } as const

export const purposes = {
  cv: { ...candidate, accepts: TEXTS, most: 5 },
  letter: { ...candidate, accepts: TEXTS, most: 10 },
  portfolio: { ...candidate, accepts: [...TEXTS, ...PICTURES], most: 10 },
  diploma: { ...candidate, accepts: ['pdf', ...PICTURES], most: 20 },
  business_plan: { ...candidate, accepts: TEXTS, most: 5 },
  financial_statement: { ...candidate, accepts: TEXTS, most: 5 },
  proof: { ...candidate, accepts: ['pdf', 'jpg', 'png'], most: 10, reviewed: true },
  photo: picture,
  logo: picture,
  attachment: { ...candidate, accepts: ['pdf', 'doc', 'docx', 'jpg', 'png'], maxBytes: 5 * MB, most: 1000, warns: false },
} satisfies Record<string, Purpose>

export type PurposeName = keyof typeof purposes

/** What a person keeps on their own page. */
export const PERSONAL = ['cv', 'letter', 'portfolio', 'diploma', 'business_plan', 'financial_statement'] as const satisfies PurposeName[]

export const filesConfig = {
  /** the largest file of any purpose: what is received at all */
  maxBytes: Math.max(...Object.values(purposes).map(({ maxBytes }) => maxBytes)),
  /** the owner is told this many days before the clock strikes */
  warnDays: 30,
  /** a picture is not decoded beyond this many pixels */
  maxPixels: 50_000_000,
  /** what a document made of compressed parts may hold, once unfolded */
  archive: { entries: 2000, bytes: 200 * MB, ratio: 100 },
  /** an object that no document names is an upload under way for so long, then an orphan (minutes) */
  graceMinutes: 60,
  /** an antivirus that says nothing for so long is not there (ms) */
  scanTimeout: 30_000,
}
