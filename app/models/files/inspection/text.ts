import type { Upload } from '#services/upload'

/** What a browser, or another program, might take for a page to run. */
const MARKUP = /<(!doctype|\?xml|html|head|body|svg|script|iframe)\b/i

/** What no text has: control characters other than tabs, ends of lines and of pages. */
// oxlint-disable-next-line no-control-regex
const CONTROL = /[\x00-\x08\x0b\x0e-\x1f\x7f]/

/** Text in UTF-8, or in the older encodings of one byte a letter. */
export async function isText(upload: Upload, head: Buffer) {
  if (MARKUP.test(head.toString('latin1'))) return false
  for await (const chunk of upload.read()) if (CONTROL.test((chunk as Buffer).toString('latin1'))) return false
  return true
}
