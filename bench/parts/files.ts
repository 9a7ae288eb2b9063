import { PDF } from '#tests/support/files'
import { Visitor } from '#tests/support/visitor'
import type { Bench } from '../bench.js'
import { figure, goal, print } from '../table.js'
import { spreadOf } from '../timings.js'

const HOME = '/compte/documents'
const SIZE = 6 * 1024 * 1024
const AT_ONCE = 8
const ROUNDS = 3
/** What all of them at once may add to what one by one has taken (MiB): less than is held when each is held. */
const GOAL = 48

/** Files that come in and go out at once: none is held in memory. */
export async function measureFiles(bench: Bench) {
  const visitor = new Visitor(process.env.APP_URL!)
  await visitor.signUp({ email: 'fichiers@bench.example', password: 'une-longue-phrase' })
  const content = new Uint8Array(Buffer.concat([PDF, Buffer.alloc(SIZE)]))
  const send = async (purpose: string) => {
    const { status } = await visitor.upload(HOME, HOME, new File([content], 'a.pdf'), { purpose })
    if (status !== 303) bench.failures.push(`files: ${status} instead of 303`)
  }
  const paths = async () => [...(await visitor.get(HOME)).body.matchAll(/href="(\/compte\/documents\/\d+)"/g)].map(([, path]) => path)
  const get = async (path: string) => {
    const { body } = await visitor.get(path)
    if (body.length < SIZE) bench.failures.push(`files: ${body.length} characters of ${path}`)
  }
  for (let n = 0; n < AT_ONCE; n++) await send('letter')
  for (let n = 0; n < ROUNDS; n++) for (const path of await paths()) await get(path)
  const added: number[] = []
  for (let n = 0; n < ROUNDS; n++) {
    const before = bench.server.peak
    if (n === 0) await Promise.all(Array.from({ length: AT_ONCE }, () => send('portfolio')))
    await Promise.all((await paths()).slice(0, AT_ONCE).map(get))
    added.push(bench.server.peak - before)
  }
  const { p50 } = spreadOf(added)
  print({
    title: `Files · ${AT_ONCE} of 6 MiB at once, in and out, beside one by one`,
    columns: ['', 'added, middle', 'most, MiB', 'goal'],
    rows: [['memory of the server', figure(p50), figure(Math.max(...added)), goal(p50 < GOAL, `< ${GOAL} MiB`)]],
  })
}
