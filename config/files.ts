/* What people may hand in, and how long it is kept (decision 14). */

import type { RoleName } from '#models/accounts/role'
import type { retention } from '#config/retention'

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
  /** kept so long after its owner's last activity: a setting of retention */
  clock: keyof typeof retention
  /** pictures are brought within this many pixels a side */
  side: number
  /** the owner is warned 30 days before the clock strikes */
  warns: boolean
  /** who hands it in on their own page: everybody, or those of a role */
  own?: 'everybody' | RoleName
  /** handed in on an organisation's sheet */
  organisation?: true
  /** moderators read it, to verify its owner */
  reviewed?: true
  /** shown in pages: the reader's browser may keep it */
  picture?: true
}

const TEXTS = ['pdf', 'doc', 'docx', 'odt', 'txt'] as const
const PICTURES = ['jpg', 'png', 'webp'] as const

/** An A4 page at 300 dots an inch. */
const SCAN = 3508

const paper = { accepts: TEXTS, maxBytes: 10 * MB, clock: 'candidateFiles', side: SCAN, warns: true } as const
const own = { ...paper, own: 'everybody' } as const
const picture = { ...paper, accepts: PICTURES, maxBytes: 5 * MB, most: 1, side: 800, warns: false, picture: true } as const

const register = {
  cv: { ...own, most: 5 },
  letter: { ...own, most: 10 },
  portfolio: { ...own, accepts: [...TEXTS, ...PICTURES], most: 10 },
  diploma: { ...own, accepts: ['pdf', ...PICTURES], most: 20 },
  business_plan: { ...own, most: 5 },
  financial_statement: { ...own, most: 5 },
  photo: { ...picture, own: 'everybody' },
  proof: { ...paper, accepts: ['pdf', 'jpg', 'png'], most: 10, own: 'provider', organisation: true, reviewed: true },
  logo: { ...picture, organisation: true },
  /** of somebody at the desk of a site: its operators only see it */
  visitor_photo: { ...paper, accepts: ['jpg', 'png'], maxBytes: 5 * MB, most: 1, clock: 'posteIdentity', side: 800, warns: false },
  attachment: { ...paper, accepts: ['pdf', 'doc', 'docx', 'jpg', 'png'], maxBytes: 5 * MB, most: 1000, warns: false },
} satisfies Record<string, Purpose>

export type PurposeName = keyof typeof register

export const purposes: Record<PurposeName, Purpose> = register
export const PURPOSES = Object.keys(register) as PurposeName[]

/** What a person may hand in on their own page. */
export function ownPurposes(person: { has(role: RoleName): boolean }) {
  return PURPOSES.filter((name) => {
    const { own } = purposes[name]
    return own && (own === 'everybody' || person.has(own))
  })
}

/** What an organisation's owners hand in on its sheet. */
export const ORGANISATION_PURPOSES = PURPOSES.filter((name) => purposes[name].organisation)

/** `PDF, DOC, DOCX` */
export function typesOf(name: PurposeName) {
  return purposes[name].accepts.map((type) => type.toUpperCase()).join(', ')
}

/** `.pdf,.doc`: what a browser offers to choose from. */
export function acceptOf(names: PurposeName[]) {
  const extensions = names.flatMap((name) => purposes[name].accepts).flatMap((type) => TYPES[type].extensions)
  return [...new Set(extensions)].map((extension) => `.${extension}`).join(',')
}

/** Bytes. */
export function largestOf(names: PurposeName[]) {
  return Math.max(...names.map((name) => purposes[name].maxBytes))
}

export const filesConfig = {
  /** the largest file of any purpose: what is received at all */
  maxBytes: largestOf(PURPOSES),
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
