import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { EVENTS } from '#config/fair_events'
import { POSTE_ACTIONS } from '#config/poste_events'

export const LANGS = ['fr', 'en'] as const
export type Lang = (typeof LANGS)[number]

type Tree = { [key: string]: string | Tree }

function flatten(tree: Tree, prefix: string): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${prefix}.${key}`, value]] : flatten(value, `${prefix}.${key}`)
  )
}

/** Every sentence of a language, by its key. */
export function sentences(lang: Lang): Map<string, string> {
  const files = globSync(`resources/lang/${lang}/*.json`).sort()
  return new Map(files.flatMap((file) => flatten(JSON.parse(readFileSync(file, 'utf8')), basename(file, '.json'))))
}

/** The words with which keys begin: one a file. */
export const DOMAINS = globSync('resources/lang/fr/*.json')
  .map((file) => basename(file, '.json'))
  .sort()

/** One place of the code where a text looks like a key. */
export interface Mention {
  file: string
  /** `fair.status.${…}` for one that is completed when it runs */
  key: string
  /** names of the values given with it, when they are written there */
  given: string[] | null
}

/** Every line that the audit of a fair or of a site may hold. */
const LINES = new Set([...EVENTS, ...POSTE_ACTIONS])

/** What looks like a key and names something else: lines of the audit, routes, kinds of news, tasks. */
const NOT_KEYS = /(track\([^'"`]*|tellTaken\(|setPassword\([^'"`]*|lineAbout\([^'"`]*|action: |kind: |kind === |\.as\(|task\()$/

/** Where each text is the name of a kind or of a line of the audit, whose sentence has a longer key. */
const NAMES = new Set(['config/notifications.ts', 'config/fair_events.ts', 'config/poste_events.ts'])

/** Every text of the code that begins like a key. */
export function mentions(): Mention[] {
  return globSync(['app/**/*.ts', 'config/**/*.ts', 'start/**/*.ts', 'resources/views/**/*.edge'])
    .filter((file) => !NAMES.has(file))
    .sort()
    .flatMap(mentionsIn)
}

function mentionsIn(file: string): Mention[] {
  const code = readFileSync(file, 'utf8').replace(/^\s*(\/?\*|\/\/).*$/gm, '')
  const texts = code.matchAll(new RegExp(`(['"\`])((?:${DOMAINS.join('|')})\\.(?:[\\w.]|\\$\\{[^}]*\\})+)\\1`, 'g'))
  return [...texts]
    .filter(({ 2: key }) => !(file.startsWith('app/models/') && LINES.has(key)))
    .filter(({ index }) => !NOT_KEYS.test(code.slice(Math.max(0, index - 80), index)))
    .map(({ 2: key, 0: text, index }) => ({
      file,
      key: key.replace(/\$\{[^}]*\}/g, '${…}'),
      given: givenAfter(code.slice(index + text.length)),
    }))
}

/** The names in the object that follows a key: `, { stand: stand.name, count }`. */
function givenAfter(rest: string): string[] | null {
  const start = /^,\s*\{/.exec(rest)
  if (!start) return /^\s*\)/.test(rest) ? [] : null
  let depth = 1
  let own = ''
  for (const sign of rest.slice(start[0].length)) {
    if ('{(['.includes(sign)) depth++
    if ('})]'.includes(sign)) depth--
    if (depth === 0) break
    if (depth === 1 && !'})]'.includes(sign)) own += sign
  }
  return own.includes('...') ? null : [...own.matchAll(/(?:^|,)\s*(\w+)/g)].map(([, name]) => name)
}
