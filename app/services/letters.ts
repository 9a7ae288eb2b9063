import edge from 'edge.js'
import { appUrl } from '#config/app'
import { samples } from '#config/letters'
import type { Letter } from '#models/mixins/delivering'
import { wordsOf } from '#services/speech'

/** A letter in the words of its reader. */
export interface Rendered {
  subject: string
  /** the whole document of a mail */
  html: string
  /** what its `main` holds under the subject */
  letter: string
  /** the same without HTML */
  text: string
  /** where its button leads, absolute */
  link: string | null
  /** the address that a program posts to, so that no more of these come */
  unsubscribe: string | null
}

/** The absolute address of a local path: what leaves the building cannot say "here". */
function link(path: string) {
  return new URL(path, appUrl).href
}

type Given = Pick<Letter, 'template' | 'locale' | 'params' | 'secrets'>

/** What stands where a secret was. */
const ERASED = '…'

/** As `render`, for somebody who only looks: what was secret and is erased is a mark. */
export function preview({ template, secrets, ...letter }: Given) {
  return render({ template, ...letter, secrets: { ...erased(template), ...secrets } })
}

/** What a list says of a letter; its template itself when this version has none of that name. */
export function subjectOf({ template, locale, params, secrets }: Given) {
  if (!Object.hasOwn(samples, template)) return template
  return subject(template, locale, { name: ERASED, ...erased(template), ...params, ...secrets })
}

function erased(template: string) {
  return Object.fromEntries(Object.keys(samples[template]?.secrets ?? {}).map((name) => [name, ERASED]))
}

function subject(template: string, locale: Letter['locale'], given: object) {
  return wordsOf(locale)
    .t(`emails.${template.replace('/', '.')}.subject`, { ...given })
    .replace(/\s*[\r\n]+\s*/g, ' ')
}

/** @throws when the template says something that it was not given */
export async function render({ template, locale, params, secrets }: Given) {
  const given: Record<string, string | number | null> = { name: null, unsubscribe: null, ...params, ...secrets }
  const pen = edge.createRenderer().share({ ...wordsOf(locale), link })
  const body = await pen.render(`emails/${template}`, given)
  const letter = await pen.render('emails/_letter', { ...given, body })
  const title = subject(template, locale, given)
  return {
    subject: title,
    html: withButtons(await pen.render('emails/_document', { subject: title, letter })),
    letter,
    text: textOf(letter),
    link: unescape(/class="mail__button" href="([^"]*)"/.exec(letter)?.[1] ?? '') || null,
    unsubscribe: given.unsubscribe ? link(String(given.unsubscribe)) : null,
  } satisfies Rendered
}

const BUTTON =
  'display:inline-block;padding:12px 20px;border-radius:8px;background:#1d4fd7;color:#ffffff;text-decoration:none;font-weight:600'

/** Many readers drop the styles of the head, and a button without any is a link like the others. */
function withButtons(html: string) {
  return html.replaceAll('class="mail__button"', `class="mail__button" style="${BUTTON}"`)
}

/** For readers without HTML; a link is followed by its address. */
function textOf(letter: string) {
  const text = letter
    .replace(/[ \t\r\n]+/g, ' ')
    .replace(/<a [^>]*href="([^"]*)"[^>]*>(.*?)<\/a>/g, (_, to, said) => (said.trim() === to ? to : `${said.trim()}<br>${to}`))
    .replace(/<hr>/g, '<p>--</p>')
    .replace(/ ?<br ?\/?> ?/g, '\n')
    .replace(/ ?<li> ?/g, '\n- ')
    .replace(/ ?<\/?(p|ul|ol|h\d|div|blockquote)( [^>]*)?> ?/g, '\n\n')
    .replace(/<[^>]*>/g, '')
  return `${unescape(text)
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`
}

/** What Edge escapes. */
const SIGNS: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' }

function unescape(html: string) {
  return html.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name) return SIGNS[name] ?? whole
    return String.fromCodePoint(hex ? parseInt(hex, 16) : Number(decimal))
  })
}
