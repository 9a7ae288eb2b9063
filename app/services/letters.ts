import edge from 'edge.js'
import { appUrl } from '#config/app'
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

/** @throws when the template says something that it was not given */
export async function render({ template, locale, params, secrets }: Pick<Letter, 'template' | 'locale' | 'params' | 'secrets'>) {
  const given: Record<string, string | number | null> = { name: null, unsubscribe: null, ...params, ...secrets }
  const words = wordsOf(locale)
  const subject = words.t(`emails.${template.replace('/', '.')}.subject`, given).replace(/\s*[\r\n]+\s*/g, ' ')
  const pen = edge.createRenderer().share({ ...words, link })
  const body = await pen.render(`emails/${template}`, given)
  const letter = await pen.render('emails/_letter', { ...given, body })
  return {
    subject,
    html: withButtons(await pen.render('emails/_document', { subject, letter })),
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
