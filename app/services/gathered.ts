import DataLoader from 'dataloader'
import { BUSY, busyness } from '#services/busyness'

/** Questions of one kind that are with the database at once: those that come meanwhile go together, in the next one. */
const ABREAST = 2

/** How long those who can wait let others come along, while the process is busy (ms). */
const PATIENCE = 20

/** The most that are asked for in one question. */
const MOST = 64

/**
 * Many who ask the same kind of thing at about the same time are answered by one question: the busier the database, the more of
 * them it answers at a time. What is answered was read after it was asked for; nothing is kept.
 * @param find what is known of these keys, all different; a key that it leaves out is answered with null
 * @param options.nameOf what makes two keys the same one
 * @param options.patient whether those who ask can wait a little for others, where this makes one question of several
 */
export function gathered<Key, Value>(
  find: (keys: Key[]) => Promise<Map<string, Value>>,
  { nameOf = String, patient = false }: { nameOf?: (key: Key) => string; patient?: boolean } = {}
) {
  let underWay = 0
  const next: (() => void)[] = []

  async function answer(keys: readonly Key[]) {
    try {
      const found = await find([...new Map(keys.map((key) => [nameOf(key), key])).values()])
      return keys.map((key) => found.get(nameOf(key)) ?? null)
    } finally {
      const go = next.shift()
      if (go) go()
      else underWay--
    }
  }

  function schedule(go: () => void) {
    if (underWay === ABREAST) return void next.push(go)
    underWay++
    if (patient && busyness() > BUSY) setTimeout(go, PATIENCE)
    else setImmediate(go)
  }

  const loader = new DataLoader<Key, Value | null>(answer, { cache: false, maxBatchSize: MOST, batchScheduleFn: schedule })
  return (key: Key) => loader.load(key)
}
