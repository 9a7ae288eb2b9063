import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium } from 'playwright-core'
import { varPath } from '#services/var_dir'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']

const ARGS = [
  '--no-first-run',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--force-color-profile=srgb',
]

/** The browser of `CHROMIUM_PATH`, else one installed on this machine, else the one that npm brought. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM_PATH || installed() || (await brought())
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return chromium.launch({ executablePath, args: [...ARGS, ...sandbox], chromiumSandbox: false })
}

function installed() {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path))
}

/**
 * The package unpacks itself where temporary files go; ours is a folder of this installation, so that another user's
 * copy is never in the way. A bare machine lacks the few libraries that the browser loads, and has no font, without
 * which it crashes at the first field: the package has them too.
 */
async function brought() {
  const { default: packaged, inflate, setupLambdaEnvironment } = await import('@sparticuz/chromium')
  const before = process.env.TMPDIR
  const folder = varPath('chromium')
  process.env.TMPDIR = folder
  mkdirSync(folder, { recursive: true })
  try {
    const path = await packaged.executablePath()
    process.env.FONTCONFIG_FILE = fontsIn(folder)
    if (!execFileSync('ldd', [path], { encoding: 'utf8' }).includes('not found')) return path
    await inflate(fileURLToPath(new URL('../bin/al2023.tar.br', import.meta.resolve('@sparticuz/chromium'))))
    setupLambdaEnvironment(join(folder, 'al2023', 'lib'))
    return path
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
}

/** Those of the machine, else those of the package, whose own list names only the folders of a Lambda function. */
function fontsIn(folder: string) {
  const file = join(folder, 'fonts.conf')
  const folders = ['/usr/share/fonts', join(folder, 'fonts')].map((path) => `<dir>${path}</dir>`).join('')
  writeFileSync(file, `<?xml version="1.0"?><fontconfig>${folders}<cachedir>${join(folder, 'fonts-cache')}</cachedir></fontconfig>`)
  return file
}
