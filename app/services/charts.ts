import { createRequire } from 'node:module'
import { type Size, optionsOf } from '#services/charts/options'
import { strictSvg } from '#services/charts/strict_svg'

// One file with the three kinds that we draw: the package's own modules are eight hundred, and take ten times as long to load.
const echarts: typeof import('echarts') = createRequire(import.meta.url)('echarts/dist/echarts.common.min')

/** What a chart says. The same values are the table beside it. */
export interface Chart {
  title: string
  /** what is to be seen in it, in a sentence: for those who do not see it, and for the others too */
  description: string
  kind: 'bar' | 'stacked' | 'line' | 'donut'
  /** what the categories are: `Heure` */
  axis: string
  categories: string[]
  /** one value a category, null where nothing was measured; a donut has one series */
  series: { name: string; values: (number | null)[] }[]
}

/** More than this is a table, not a picture. */
const MOST_CATEGORIES = 60
const MOST_SERIES = 6

/** Two drawings of one chart, of which a style sheet shows the one that fits. */
const SIZES: Record<'wide' | 'narrow', Size> = {
  wide: { width: 720, height: 340, text: 13 },
  narrow: { width: 360, height: 320, text: 14 },
}

type Drawn = { wide: string; narrow: string } | null

/** The last charts drawn: everybody who follows a page is shown the same one, and drawing takes longer than the rest of a page. */
const drawn = new Map<string, Drawn>()
const KEPT = 50

/**
 * A chart as SVG without scripts nor styles: its colours are classes, so that both themes have theirs. About 5 ms.
 * @param id of the figure, whose title is `{id}-title` and description `{id}-description`
 * @returns null when there is nothing to draw
 * @throws {RangeError} for what no page should ask for: too many categories or series, not one value a category
 */
export function drawChart(chart: Chart, { id, locale }: { id: string; locale: string }): Drawn {
  assertDrawable(chart)
  const key = JSON.stringify([chart, id, locale])
  if (!drawn.has(key)) drawn.set(key, newly(chart, id, locale))
  if (drawn.size > KEPT) drawn.delete(drawn.keys().next().value!)
  return drawn.get(key)!
}

function newly(chart: Chart, id: string, locale: string): Drawn {
  if (!chart.series.some(({ values }) => values.some((value) => value))) return null
  return { wide: draw(chart, `${id}-wide`, SIZES.wide, id, locale), narrow: draw(chart, `${id}-narrow`, SIZES.narrow, id, locale) }
}

function draw(chart: Chart, prefix: string, size: Size, id: string, locale: string) {
  const { height, ...options } = optionsOf(chart, size, locale)
  const instance = echarts.init(null, null, { renderer: 'svg', ssr: true, width: size.width, height })
  try {
    instance.setOption(options)
    const root = {
      viewBox: `0 0 ${size.width} ${height}`,
      role: 'img',
      'aria-labelledby': `${id}-title`,
      'aria-describedby': `${id}-description`,
    }
    return strictSvg(instance.renderToSVGString(), prefix, root)
  } finally {
    instance.dispose()
  }
}

function assertDrawable({ kind, categories, series }: Chart) {
  if (categories.length > MOST_CATEGORIES) throw new RangeError(`A chart has ${MOST_CATEGORIES} categories at most`)
  if (series.length > MOST_SERIES || (kind === 'donut' && series.length > 1)) throw new RangeError('A chart has too many series')
  if (kind === 'donut' && categories.length > MOST_SERIES) throw new RangeError(`A donut has ${MOST_SERIES} parts at most`)
  for (const { values } of series) {
    if (values.length !== categories.length) throw new RangeError('A series has one value a category')
    if (!values.every((value) => value === null || Number.isFinite(value))) throw new RangeError('A value is a number or null')
  }
}
