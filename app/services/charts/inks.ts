/*
 * Colours belong to the style sheet, in both themes. The library wants some, so each ink is a colour that nothing else has,
 * and becomes a class: `chart-fill-1`, `chart-stroke-axis`.
 */

/** The inks of series, in their order; patterns and signs tell them apart too. */
export const SERIES_INKS = ['#100001', '#100002', '#100003', '#100004', '#100005', '#100006']

/** words · axes · the lines behind · the page, between parts and in patterns */
export const INKS = { text: '#200001', axis: '#200002', grid: '#200003', paper: '#200004' }

const NAMES = new Map([
  ...SERIES_INKS.map((ink, i): [string, string] => [ink, String(i + 1)]),
  ...Object.entries(INKS).map(([name, ink]): [string, string] => [ink, name]),
])

export function inkName(colour: string) {
  return NAMES.get(colour)
}

/** What lies over the ink of each series: nothing, stripes one way and the other, dots, bars, columns. */
export const PATTERNS = [
  { symbol: 'none' },
  { symbol: 'rect', color: INKS.paper, dashArrayX: [1, 0], dashArrayY: [2, 6], rotation: Math.PI / 4 },
  {
    symbol: 'circle',
    color: INKS.paper,
    dashArrayX: [
      [7, 7],
      [0, 7, 7, 0],
    ],
    dashArrayY: [7, 0],
    symbolSize: 0.6,
  },
  { symbol: 'rect', color: INKS.paper, dashArrayX: [1, 0], dashArrayY: [2, 6], rotation: -Math.PI / 4 },
  { symbol: 'rect', color: INKS.paper, dashArrayX: [1, 0], dashArrayY: [2, 5] },
  { symbol: 'rect', color: INKS.paper, dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: Math.PI / 2 },
]

export const SIGNS = ['circle', 'rect', 'triangle', 'diamond', 'roundRect', 'arrow']
export const DASHES = ['solid', 'dashed', 'dotted', [10, 4, 2, 4], [4, 2], [14, 4]] as const
