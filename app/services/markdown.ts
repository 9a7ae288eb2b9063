import MarkdownIt from 'markdown-it'

/** Where a link of a text may lead: the web, a mailbox, a telephone, this site. */
const ALLOWED = /^(https?:\/\/|mailto:|tel:|#|\/(?![/\\]))/i

/** Under the title of the page. */
const HIGHEST = 2

const markdown = new MarkdownIt({ html: false, linkify: true, typographer: false })
markdown.validateLink = (url) => ALLOWED.test(url.trim())
markdown.disable('image')

/** The headings of a text start under the title of its page, whatever their author began with. */
markdown.core.ruler.push('headings', ({ tokens }) => {
  const headings = tokens.filter(({ type }) => type === 'heading_open' || type === 'heading_close')
  const top = Math.min(...headings.map(({ tag }) => Number(tag[1])))
  for (const heading of headings) heading.tag = `h${Math.min(6, Number(heading.tag[1]) - top + HIGHEST)}`
})

markdown.renderer.rules.link_open = (tokens, at, options, _env, self) => {
  if (/^https?:/i.test(String(tokens[at].attrGet('href')))) tokens[at].attrSet('rel', 'noopener noreferrer')
  return self.renderToken(tokens, at, options)
}
markdown.renderer.rules.table_open = () => '<div class="table-frame" tabindex="0"><table class="table">'
markdown.renderer.rules.table_close = () => '</table></div>'

/** A text that somebody wrote, as HTML that can do nothing: no tags of its own, no images, no scripts behind links. */
export function renderMarkdown(text: string) {
  return markdown.render(text)
}

/** A value inside a text: each of its signs stands for itself. */
export function literally(value: string) {
  return value.replace(/[!-/:-@[-`{-~]/g, '\\$&')
}
