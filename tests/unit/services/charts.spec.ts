import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { test } from '@japa/runner'
import { type Chart, drawChart } from '#services/charts'
import { textOf } from '#tests/support/html'

const CHART: Chart = {
  title: 'Entretiens par heure',
  description: 'Le plus grand nombre est à 11 h.',
  kind: 'bar',
  axis: 'Heure',
  categories: ['9', '10', '11'],
  series: [
    { name: 'Acme', values: [3, 1200, 18.5] },
    { name: 'Globex', values: [4, null, 0] },
  ],
}

const KINDS = ['bar', 'stacked', 'line', 'donut'] as const

function draw(chart: Partial<Chart>, id = 'hours') {
  const whole = { ...CHART, ...chart }
  if (whole.kind === 'donut') whole.series = whole.series.slice(0, 1)
  return drawChart(whole, { id, locale: 'fr' })!
}

/** Its tags, each with its attributes; fails on whatever is neither a tag nor a text. */
function tagsOf(svg: string) {
  const rest = svg.replace(/<\/?[a-zA-Z]+(?: [\w:-]+="[^"<>]*")*\/?>/g, '')
  if (/[<>]/.test(rest)) throw new Error(`Not a tag: ${rest}`)
  return [...svg.matchAll(/<([a-zA-Z]+)((?: [\w:-]+="[^"<>]*")*)\/?>/g)].map(([, name, written]) => {
    return { name, attributes: new Map([...written.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, key, value]) => [key, value])) }
  })
}

test.group('A chart', () => {
  test('passes the strictest policy: no style, no script, nothing loaded, no colour of its own', ({ assert }) => {
    for (const kind of KINDS)
      for (const svg of Object.values(draw({ kind }))) {
        for (const { name, attributes } of tagsOf(svg)) {
          assert.include(
            [
              'svg',
              'g',
              'path',
              'rect',
              'circle',
              'text',
              'tspan',
              'defs',
              'pattern',
              'clipPath',
              'polyline',
              'polygon',
              'line',
              'ellipse',
            ],
            name
          )
          for (const [key, value] of attributes) {
            assert.notMatch(key, /^on|style|href|data/)
            if (value.includes('url(')) assert.match(value, /^url\(#hours-(wide|narrow)-\w+\)$/)
            if (['fill', 'stroke'].includes(key)) assert.match(value, /^none$|^url/)
          }
        }
        assert.match(svg, /class="chart-fill-1"|class="chart-stroke-1"|chart-fill-1 /, kind)
        assert.notMatch(svg, /#[0-9a-f]{6}|rgb\(/)
      }
  })

  test('has the names that people type as texts, whatever they are', ({ assert }) => {
    const properties = Object.getOwnPropertyNames(Object.prototype)
    const nasty = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1 }),
      fc.constantFrom(
        '<script>alert(1)</script>',
        '"><svg onload=x>',
        '{b|x}',
        '{value}',
        '</text><style>*{}',
        '&lt;',
        '#100001',
        ']]>',
        ...properties
      )
    )
    fc.assert(
      fc.property(fc.array(nasty, { minLength: 1, maxLength: 6 }), fc.constantFrom(...KINDS), (names, kind) => {
        const series = [
          { name: names[0], values: names.map((_, i) => i + 1) },
          { name: names.at(-1)!, values: names.map(() => 2) },
        ]
        for (const svg of Object.values(draw({ kind, categories: names, series })))
          for (const { name, attributes } of tagsOf(svg)) {
            assert.notInclude(['script', 'style', 'image', 'a', 'foreignObject'], name)
            assert.isFalse(attributes.has('onload'))
          }
      }),
      { numRuns: 40 }
    )
    for (const kind of KINDS)
      for (const name of properties) draw({ kind, categories: [name], series: [1, 2].map(() => ({ name, values: [1] })) })
    assert.deepEqual(Object.getOwnPropertyNames(Object.prototype), properties)
    assert.notProperty(Object, 'next')
    const { wide } = draw({ kind: 'donut', categories: ['<b>Acme</b>', '{b|x}', 'Nom \n long'] })
    for (const name of ['<b>Acme</b>', '{b|x}', 'Nom long'])
      assert.include(textOf(wide.replace('<svg', '<div').replace('</svg', '</div')), name)
  })

  test('says numbers as its readers do', ({ assert }) => {
    const texts = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text)
    const { wide } = draw({})
    assert.includeMembers(texts(wide), ['1\u202F200', '18,5'])
    const english = drawChart(CHART, { id: 'hours', locale: 'en' })!
    assert.includeMembers(texts(english.wide), ['1,200', '18.5'])
    const { narrow } = draw({ kind: 'donut', series: [{ name: '', values: [1, 1, 2] }] })
    assert.include(
      texts(narrow).map((text) => text.replace(/\s/g, ' ')),
      '11, 2 (50 %)'
    )
  })

  test('is named by its title and description, and is as large as what it shows', ({ assert }) => {
    for (const [size, svg] of Object.entries(draw({ kind: 'line' }))) {
      const [{ attributes }] = tagsOf(svg)
      assert.equal(attributes.get('role'), 'img')
      assert.equal(attributes.get('aria-labelledby'), 'hours-title')
      assert.equal(attributes.get('aria-describedby'), 'hours-description')
      assert.match(attributes.get('viewBox')!, size === 'wide' ? /^0 0 720 \d+$/ : /^0 0 360 \d+$/)
    }
  })

  test('is drawn the same each time, and shares no identifier with another', ({ assert }) => {
    const ids = (svg: string) => tagsOf(svg).flatMap(({ attributes }) => attributes.get('id') ?? [])
    const first = draw({ kind: 'stacked' })
    // As many others as make it forgotten.
    for (let n = 0; n < 50; n++) draw({ categories: ['9', '10', String(n)] })
    assert.deepEqual(draw({ kind: 'stacked' }), first)
    const all = [draw({ kind: 'stacked' }), draw({ kind: 'stacked' }, 'other')].flatMap(({ wide, narrow }) => [
      ...ids(wide),
      ...ids(narrow),
    ])
    assert.isNotEmpty(all)
    assert.lengthOf(new Set(all), all.length)
  })

  test('tells series apart by more than their colour', ({ assert }) => {
    assert.match(draw({ kind: 'bar' }).wide, /<pattern/)
    assert.match(draw({ kind: 'line' }).wide, /stroke-dasharray/)
  })

  test('of nothing is none, and one that is too much is an error of who asks', ({ assert }) => {
    assert.isNull(drawChart({ ...CHART, series: [{ name: '', values: [0, null, 0] }] }, { id: 'x', locale: 'fr' }))
    assert.isNull(drawChart({ ...CHART, categories: [], series: [{ name: '', values: [] }] }, { id: 'x', locale: 'fr' }))
    const many = Array.from({ length: 61 }, (_, i) => i)
    assert.throws(() => draw({ categories: many.map(String), series: [{ name: '', values: many }] }), /60 categories/)
    assert.throws(() => draw({ series: Array.from({ length: 7 }, () => CHART.series[0]) }), /too many series/)
    assert.throws(() => draw({ series: [{ name: '', values: [1] }] }), /one value a category/)
    assert.throws(() => draw({ series: [{ name: '', values: [1, 2, Number.NaN] }] }), /a number or null/)
  })
})

test.group('The colours of charts', () => {
  const tokens = readFileSync('resources/css/tokens.css', 'utf8')
  const themes = ['light', 'dark'] as const

  for (const [place, theme] of themes.entries())
    test(`are at least 3:1 on the surface in the ${theme} theme`, ({ assert }) => {
      const colour = (name: string) => new RegExp(`--${name}: light-dark\\(([^,]+?), (.+?)\\);`).exec(tokens)![place + 1]
      const ground = luminance(colour('surface'))
      for (const name of ['chart-1', 'chart-2', 'chart-3', 'chart-4', 'chart-5', 'chart-6', 'line-strong', 'ink']) {
        const [low, high] = [luminance(colour(name)), ground].sort((a, b) => a - b)
        assert.isAtLeast((high + 0.05) / (low + 0.05), 3, name)
      }
    })
})

/** Of a colour as the tokens write it: WCAG's relative luminance, from OKLab as its author gives it. */
function luminance(colour: string) {
  if (colour === '#fff') return 1
  const [, lightness, chroma, hue] = /oklch\(([\d.]+)% ([\d.]+) ([\d.]+)\)/.exec(colour)!.map(Number)
  const [a, b] = [Math.cos, Math.sin].map((of) => chroma * of((hue * Math.PI) / 180))
  const L = lightness / 100
  const [l, m, s] = [
    L + 0.3963377774 * a + 0.2158037573 * b,
    L - 0.1055613458 * a - 0.0638541728 * b,
    L - 0.0894841775 * a - 1.291485548 * b,
  ].map((x) => x ** 3)
  const linear = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ].map((x) => Math.min(1, Math.max(0, x)))
  return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
}
