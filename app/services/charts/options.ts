import type { EChartsOption, SeriesOption } from 'echarts'
import type { Chart } from '#services/charts'
import { DASHES, INKS, PATTERNS, SERIES_INKS, SIGNS } from '#services/charts/inks'

export interface Size {
  width: number
  height: number
  /** the size of letters */
  text: number
}

/** The longest that a name may be in the drawing (characters); the table has it whole. */
const LONGEST = 28

/** Room for one bar that lies, and for one line of the legend. */
const BAR = 26
const LINE = 24

interface Frame {
  chart: Chart
  size: Size
  number: (value: number) => string
  share: (value: number) => string
}

/** What the library needs to draw a chart, and the height that it takes. */
export function optionsOf(chart: Chart, size: Size, locale: string): EChartsOption & { height: number } {
  const region = locale === 'en' ? 'en-GB' : locale
  const number = new Intl.NumberFormat(region, { maximumFractionDigits: 2 })
  const share = new Intl.NumberFormat(region, { style: 'percent' })
  const frame = { chart, size, number: (value: number) => number.format(value), share: (value: number) => share.format(value) }
  const common = {
    animation: false,
    silent: true,
    color: SERIES_INKS,
    backgroundColor: 'transparent',
    textStyle: { color: INKS.text, fontSize: size.text },
    aria: { enabled: true, decal: { show: chart.kind !== 'line', decals: PATTERNS } },
  }
  return { ...common, ...(chart.kind === 'donut' ? donut(frame) : plotted(frame)) } as EChartsOption & { height: number }
}

function donut({ chart, size, number, share }: Frame) {
  const narrow = size.width < 500
  const values = chart.series[0].values.map((value) => value ?? 0)
  const sum = values.reduce((total, value) => total + value, 0)
  const text = (key: string) =>
    `${short(chart.categories[Number(key)])}, ${number(values[Number(key)])} (${share(values[Number(key)] / sum)})`
  const legend = { ...legendOf(size, text), orient: 'vertical', ...(narrow ? { bottom: 0, left: 0 } : { right: 0, top: 'middle' }) }
  const height = narrow ? size.height - 60 + LINE * values.length : size.height
  return {
    height,
    legend,
    series: [
      {
        type: 'pie',
        silent: true,
        emphasis: { disabled: true },
        radius: narrow ? [60, 105] : [80, 140],
        center: narrow ? ['50%', 120] : ['28%', '50%'],
        label: { show: false },
        labelLine: { show: false },
        itemStyle: { borderColor: INKS.paper, borderWidth: 2 },
        data: values.map((value, i) => ({ name: String(i), value })),
      },
    ],
  }
}

function plotted(frame: Frame) {
  const { chart, size } = frame
  const lies = chart.kind !== 'line' && !fitsUpright(frame)
  const bars = chart.kind === 'bar' ? chart.series.length : 1
  const legend =
    chart.series.length > 1 ? { ...legendOf(size, (key) => short(chart.series[Number(key)].name)), bottom: 0, left: 0 } : undefined
  const below = legend ? LINE * legendLines(chart, size) + 8 : 0
  const height = (lies ? Math.max(120, 50 + chart.categories.length * Math.max(BAR, bars * 16 + 10)) : size.height - 40) + below
  const [category, value] = [categoryAxis(frame, lies), valueAxis(frame)]
  return {
    height,
    legend,
    grid: { top: lies ? 8 : 24, right: 16, bottom: below + 12, left: 8, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    xAxis: lies ? value : category,
    yAxis: lies ? category : value,
    series: chart.series.map((_, i) => seriesOf(frame, i, lies)),
  }
}

function seriesOf({ chart, size, number }: Frame, i: number, lies: boolean): SeriesOption {
  const common = { name: String(i), data: chart.series[i].values, silent: true, emphasis: { disabled: true } }
  if (chart.kind === 'line')
    return { ...common, type: 'line', symbol: SIGNS[i], symbolSize: 9, lineStyle: { width: 2.5, type: DASHES[i] as 'solid' } }
  const room = size.width / (chart.categories.length * chart.series.length)
  const label = {
    show: chart.kind === 'bar' && (lies || room > 34),
    position: lies ? 'right' : 'top',
    color: INKS.text,
    fontSize: size.text - 1,
    formatter: ({ value }: { value: unknown }) => (typeof value === 'number' ? number(value) : ''),
  }
  const style = { itemStyle: { borderColor: INKS.paper, borderWidth: chart.kind === 'stacked' ? 1.5 : 0 }, barMaxWidth: 48, barGap: '10%' }
  return { ...common, ...style, type: 'bar', label, ...(chart.kind === 'stacked' && { stack: 'all' }) } as SeriesOption
}

function categoryAxis({ chart, size }: Frame, lies: boolean) {
  return {
    type: 'category',
    data: chart.categories.map((_, i) => String(i)),
    inverse: lies,
    boundaryGap: chart.kind !== 'line',
    axisTick: { show: false },
    axisLine: { show: true, lineStyle: { color: INKS.axis } },
    axisLabel: {
      color: INKS.text,
      fontSize: size.text,
      hideOverlap: true,
      interval: lies ? 0 : 'auto',
      formatter: (key: string) => short(chart.categories[Number(key)], lies && size.width < 500 ? 16 : LONGEST),
    },
  }
}

function valueAxis({ chart, size, number }: Frame) {
  const whole = chart.series.every(({ values }) => values.every((value) => value === null || Number.isInteger(value)))
  return {
    type: 'value',
    minInterval: whole ? 1 : 0,
    splitNumber: 4,
    axisLine: { show: false },
    splitLine: { lineStyle: { color: INKS.grid } },
    axisLabel: { color: INKS.text, fontSize: size.text, hideOverlap: true, formatter: number },
  }
}

function legendOf(size: Size, formatter: (key: string) => string) {
  const mark = { itemWidth: 18, itemHeight: 14, itemGap: 12 }
  return { ...mark, selectedMode: false, silent: true, formatter, textStyle: { color: INKS.text, fontSize: size.text } }
}

/** How many lines the names of the series take, beside one another. */
function legendLines({ series }: Chart, { width, text }: Size) {
  const widths = series.map(({ name }) => short(name).length * text * 0.56 + 42)
  let lines = 1
  let used = 0
  for (const one of widths) {
    if (used > 0 && used + one > width) [lines, used] = [lines + 1, 0]
    used += one
  }
  return lines
}

/** Names that would not fit under their bars are written beside bars that lie. */
function fitsUpright({ chart, size }: Frame) {
  const longest = Math.max(...chart.categories.map((name) => short(name).length))
  return longest * size.text * 0.56 < (size.width - 50) / chart.categories.length - 6
}

function short(name: string, longest = LONGEST) {
  const line = name.replace(/[\s\p{C}]+/gu, ' ').trim()
  const signs = [...line]
  const shown = signs.slice(0, longest - 1).join('')
  return signs.length > longest ? `${shown.trimEnd()}…` : unlikeProperty(line)
}

/**
 * The library remembers the width of each text under its name in a plain object: `__proto__` would write into every object of
 * the process, and `constructor` be found there. A sign without width makes them names like others.
 */
function unlikeProperty(text: string) {
  return text in Object.prototype ? `${text}\u200B` : text
}
