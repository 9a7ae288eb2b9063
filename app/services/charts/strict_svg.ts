import { inkName } from '#services/charts/inks'

/** All that a drawing is made of; nothing here runs, loads or styles anything. */
const ELEMENTS = new Set('svg g path rect circle ellipse line polyline polygon text tspan defs pattern clipPath'.split(' '))

const ATTRIBUTES = new Set(
  `d x y x1 y1 x2 y2 cx cy r rx ry width height points transform text-anchor dominant-baseline font-size font-weight
  stroke-width stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit fill-opacity stroke-opacity
  opacity paint-order patternUnits patternTransform`.split(/\s+/)
)

/** What a name or a reference may be after its prefix. */
const REFERENCE = /^url\(#zr\d+-([\w-]+)\)$/
const IDENTIFIER = /^zr\d+-([\w-]+)$/

/**
 * The same drawing, written anew with what a strict policy lets through: elements and attributes of the lists above, inks as
 * classes, identifiers that are the page's own. Whatever else the library writes, its styles among it, is left out.
 * @param root attributes of the drawing itself
 */
export function strictSvg(svg: string, prefix: string, root: Record<string, string>): string {
  const body = svg.replace(/<style\b[\s\S]*?<\/style>/g, '')
  let depth = 0
  return body.replace(/<(\/?)([a-zA-Z]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>|<|>|\n/g, (token, end, name, attributes, alone) => {
    if (token === '\n') return ''
    if (!ELEMENTS.has(name)) throw new Error(`A chart has no ${token.slice(0, 40)}`)
    if (end) return `</${name}>`
    const isRoot = depth++ === 0
    const kept = isRoot ? root : keptOf(name, attributes, prefix)
    const written = Object.entries(kept).map(([key, value]) => ` ${key}="${value}"`)
    return `<${name}${written.join('')}${alone ? '/' : ''}>`
  })
}

function keptOf(name: string, attributes: string, prefix: string) {
  const kept: Record<string, string> = {}
  const inks: string[] = []
  for (const [, key, value] of attributes.matchAll(/([\w:-]+)="([^"]*)"/g)) {
    if (ATTRIBUTES.has(key)) kept[key] = value
    if (key === 'fill' || key === 'stroke') {
      const ink = inkName(value)
      if (ink) inks.push(`chart-${key}-${ink}`)
      else kept[key] = REFERENCE.test(value) ? value.replace(REFERENCE, `url(#${prefix}-$1)`) : 'none'
    }
    if (key === 'clip-path' && REFERENCE.test(value)) kept[key] = value.replace(REFERENCE, `url(#${prefix}-$1)`)
    if (key === 'id' && IDENTIFIER.test(value)) kept.id = value.replace(IDENTIFIER, `${prefix}-$1`)
    if (key === 'style' && name === 'text') Object.assign(kept, fontOf(value))
  }
  return inks.length > 0 ? { ...kept, class: inks.join(' ') } : kept
}

/** Only the size and the weight: the family is the page's. */
function fontOf(style: string) {
  const [, size] = /font-size:(\d+(?:\.\d+)?)px/.exec(style) ?? []
  const [, weight] = /font-weight:(\w+)/.exec(style) ?? []
  return { ...(size && { 'font-size': size }), ...(weight && { 'font-weight': weight }) }
}
