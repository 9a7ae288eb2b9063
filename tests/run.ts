/*
 * `npm test`: every suite, in processes side by side, each on its own database. `--coverage` also tells which lines ran.
 * Counts are left in var/test-summary.json for whoever adds them to others. With a suite's name, and what Japa takes
 * (`npm test -- functional --files=fairs`), only that runs.
 */
import { spawn, spawnSync } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'

/** They try every address of the application as everybody, which takes as long as all other unit and functional tests. */
const EVERYWHERE = [
  'access',
  'queries',
  'words',
  'input/addresses',
  'input/ids',
  'input/requests',
  'refusals/csrf',
  'refusals/headers',
  'refusals/injection',
  'live/channels',
].map((name) => `tests/functional/${name}.spec.ts`)

/** They start whole installations, one of them for all: they take longer than all other committed tests. */
const INSTALLATIONS = globSync('tests/committed/process/*.spec.ts')

/** Processes, each with what it is told: suites or what Japa takes, and the files that another runs. */
interface Group {
  told: string[]
  only?: string[]
  /** what only those files are about */
  about?: string
  except?: string[]
}

/** The longest first, so that none is waited for alone at the end. */
const GROUPS: Group[] = [
  { told: ['committed'], only: INSTALLATIONS, about: 'installations' },
  { told: ['browser'] },
  { told: ['functional'], only: EVERYWHERE, about: 'everywhere' },
  { told: ['unit', 'functional'], except: EVERYWHERE },
  { told: ['committed'], except: INSTALLATIONS },
]
const SUITES = new Set(GROUPS.flatMap(({ told }) => told))

const coverage = process.argv.includes('--coverage')
const asked = process.argv.slice(2).filter((word) => word !== '--coverage')

interface Counts {
  total: number
  passed: number
  failed: number
  skipped: number
  todo: number
}

interface Ended {
  code: number
  counts: Counts
}

mkdirSync('var', { recursive: true })
const assets = spawnSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'], { stdio: 'inherit' })
if (assets.status !== 0) process.exit(1)
if (coverage) rmSync('coverage', { recursive: true, force: true })

const waiting = [...groups().entries()]
const results: Ended[] = []
await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) + 1 }, takeTurns))
const sum = (key: keyof Counts) => results.reduce((total, { counts }) => total + counts[key], 0)
const passed = sum('passed')
// A process that ended without counts, or a test that did not run, is a failure.
const failed = sum('total') - passed + results.filter(({ code, counts }) => code !== 0 && counts.failed === 0).length

if (coverage)
  spawnSync(
    process.execPath,
    [
      'node_modules/c8/bin/c8.js',
      'report',
      '--temp-directory',
      'coverage/tmp',
      '-r',
      'text',
      '-r',
      'html',
      '--include',
      'app/**',
      '--include',
      'start/**',
    ],
    { stdio: 'inherit' }
  )
writeFileSync('var/test-summary.json', JSON.stringify({ passed, failed }))
console.log(`\n${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)

/** Those of the suites that were asked for, all of them unless told; one, of what Japa is asked for. */
function groups(): Group[] {
  if (asked.length === 0) return GROUPS
  if (!asked.every((word) => SUITES.has(word))) return [{ told: asked }]
  return GROUPS.map((group) => ({ ...group, told: group.told.filter((suite) => asked.includes(suite)) })).filter(({ told }) => told.length)
}

/** One after the other, one more at a time than there are processors: each waits for its database and its browser a third of its time. */
async function takeTurns() {
  for (let next = waiting.shift(); next; next = waiting.shift()) results.push(await run(next[1], next[0]))
}

function run({ told, only = [], about = '', except = [] }: Group, place: number): Promise<Ended> {
  const file = `var/test-summary-${place}.json`
  rmSync(file, { force: true })
  const started = performance.now()
  const child = spawn(process.execPath, ['--import=@poppinss/ts-exec', 'bin/test.ts', ...told, ...only.map((path) => `--files=${path}`)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      NODE_NO_WARNINGS: '1',
      TEST_SUMMARY: file,
      TEST_EXCEPT: except.join(','),
      ...(coverage && { NODE_V8_COVERAGE: 'coverage/tmp' }),
    },
  })
  let output = ''
  child.stdout.on('data', (chunk) => (output += chunk))
  child.stderr.on('data', (chunk) => (output += chunk))
  return new Promise((resolve) => {
    child.on('close', (code) => {
      console.log(
        `${output}\n[${[...told, about].filter(Boolean).join(', ')}] ${((performance.now() - started) / 1000).toFixed(1)} s, exit ${code}`
      )
      resolve({ code: code ?? 1, counts: readCounts(file) })
    })
  })
}

function readCounts(file: string): Counts {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return { total: 1, passed: 0, failed: 0, skipped: 0, todo: 0 }
  }
}
