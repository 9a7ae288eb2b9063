import { globSync, readFileSync } from 'node:fs'
import { parse, relative } from 'node:path'
import { test } from '@japa/runner'
import string from '@adonisjs/core/helpers/string'
import { Agent } from '#tests/support/agent'

const FOLDER = 'resources/views/components'
const PAGE = 'resources/views/pages/dev/components'

/** Frames, of which a page has one, and what mails are made of, which /dev/mails shows. */
const ELSEWHERE = ['account', 'admin', 'mail.button']

/** Every component, by the name of its tag. */
const components = new Map(
  globSync(`${FOLDER}/**/*.edge`)
    .filter((file) => !parse(file).name.startsWith('_'))
    .map((file) => [relative(FOLDER, file).slice(0, -'.edge'.length).split('/').map(string.camelCase).join('.'), file])
)

/** The components that some templates show, each with those that it is made of. */
function shownBy(files: string[], known = new Set<string>()): Set<string> {
  const tags = files.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/^\s*@!?([\w.]+)\(/gm)].map(([, tag]) => tag))
  const fresh = tags.filter((tag) => components.has(tag) && !known.has(tag))
  for (const tag of fresh) known.add(tag)
  return fresh.length > 0
    ? shownBy(
        fresh.map((tag) => components.get(tag)!),
        known
      )
    : known
}

test.group('The page of components', () => {
  test('shows every one that there is', ({ assert }) => {
    assert.isAbove(components.size, 20)
    assert.sameMembers([...shownBy(globSync(`${PAGE}/*.edge`)), ...ELSEWHERE], [...components.keys()])
  })

  test('draws without a style nor a script of its own, and says the same in tables', async ({ assert }) => {
    const { body } = await new Agent().get('/dev/components')
    const charts = body.split('<figure class="chart"').slice(1)
    assert.lengthOf(charts, 6)
    for (const chart of charts) assert.match(chart.split('</figure>')[0], /<table[^]*<th scope="row">/)
    assert.lengthOf(body.match(/<svg viewBox="0 0 (?:720|360) \d+" role="img"/g)!, 10)
    assert.notMatch(body, /<style|\sstyle=|\son\w+=|<script(?! [^>]*src=)/)
  })
})
