const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#34': '"', '#x27': "'" }

function decode(text: string) {
  return text.replace(/&(#?\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole)
}

/** What a person reads in a piece of HTML, whatever its spaces. */
export function textOf(html: string) {
  return decode(html.replace(/<(script|style|svg|head)[\s\S]*?<\/\1>/g, ' ').replace(/<[^>]*>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim()
}

/** The field of a form by its name, with what is written beside it. */
export function fieldOf(body: string, name: string) {
  const tag = [...body.matchAll(/<input\b[^>]*>/g)].map(([one]) => one).find((one) => attributeOf(one, 'name') === name)
  if (!tag) return undefined
  const error = new RegExp(`id="field-${name}-error">([\\s\\S]*?)</p>`).exec(body)
  return {
    value: attributeOf(tag, 'value') ?? '',
    invalid: attributeOf(tag, 'aria-invalid') === 'true',
    described: attributeOf(tag, 'aria-describedby') ?? '',
    error: error ? textOf(error[1]) : null,
  }
}

/** The sentences at the top of a form that comes back, each with the field it leads to, if it is on the page. */
export function summaryOf(body: string) {
  const [summary] = /<div class="error-summary"[\s\S]*?<\/div>/.exec(body) ?? ['']
  const lines = summary.matchAll(/<li>(?:<a href="#field-(\w+)">)?([^<]*)</g)
  return [...lines].map(([, field, sentence]) => ({ field, sentence: textOf(sentence) }))
}

/** What is said over the page. */
export function toastOf(body: string) {
  const [, text] = /id="flash-toast"[\s\S]*?<p>([\s\S]*?)<\/p>/.exec(body) ?? []
  return text === undefined ? null : textOf(text)
}

function attributeOf(tag: string, name: string) {
  const [, value] = new RegExp(`\\s${name}="([^"]*)"`).exec(tag) ?? []
  return value === undefined ? undefined : decode(value)
}

/** Why the form that was just sent was refused: its summary, or the sentence over the page. */
export function refusalOf(body: string) {
  const sentences = summaryOf(body).map(({ sentence }) => sentence)
  return /class="toast toast--error" id="flash-toast"/.test(body) ? [...sentences, toastOf(body)!] : sentences
}

/** The token of a page's forms. */
export function tokenOf(body: string) {
  return /name='_csrf' value='([^']+)'/.exec(body)![1]
}
