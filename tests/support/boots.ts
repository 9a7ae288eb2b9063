/*
 * `boots.ts <program> <argument…>` (`VAR_DIR` in them is its folder): whether the build, started like this in its folder with another's database, serves
 * pages, forms and streams, keeps a picture, sends a mail, and leaves when it is told to. For runtimes other than the one that the tests run on.
 */
import { join, resolve } from 'node:path'
import sharp from 'sharp'
import { freePort } from '#tests/support/port'
import { Postgres15 } from '#tests/support/postgres_15'
import { Installation, temporaryFolder, until } from '#tests/support/processes'
import { Mailbox } from '#tests/support/smtp'
import { Visitor } from '#tests/support/visitor'

const NOWHERE = 'http://127.0.0.1:1'

const server = new Postgres15()
await server.start()
const varDir = temporaryFolder('var')
const mailbox = await Mailbox.open()
const place = new Installation(resolve('build'), varDir, await freePort(), {
  DATABASE_URL: await server.database('salon'),
  APP_KEY: 'what an administrator would choose',
  SMTP_URL: mailbox.url,
  // Whatever a runtime would rather download, it does not find.
  HTTPS_PROXY: NOWHERE,
  NPM_CONFIG_REGISTRY: NOWHERE,
  DENO_DIR: join(varDir, 'deno'),
})

try {
  const app = await place.start({ command: process.argv.slice(2).map((word) => word.replace('VAR_DIR', varDir)) })
  const visitor = new Visitor(place.url)
  if (!(await visitor.signUp({ email: 'claude@example.org', password: 'une-longue-phrase' }))) throw new Error('Nobody can sign up')
  const { status } = await visitor.get('/salon')
  if (status !== 200) throw new Error(`The list of fairs answers ${status}`)
  await keepsPictures(visitor)
  const stream = await visitor.listen('users/1')
  await place.run(['node', 'ace.js', 'mail:try', 'claude@example.org'])
  await until('a mail arrives', () => mailbox.raw.some((raw) => raw.includes('claude@example.org')))
  await app.end('SIGTERM')
  if (app.code !== 0) throw new Error(`It leaves with ${app.code}:\n${app.output}`)
  if (!stream.ended) throw new Error('It leaves a stream open')
  console.log('It serves pages, forms and streams, keeps a picture, sends a mail, and leaves when it is told to.')
} finally {
  await place.remove()
  await server.remove()
  await mailbox.close()
}

/** One is decoded, written again and read back. */
async function keepsPictures(visitor: Visitor) {
  const picture = await sharp({ create: { width: 40, height: 40, channels: 3, background: 'teal' } })
    .png()
    .toBuffer()
  const photo = new File([new Uint8Array(picture)], 'photo.png', { type: 'image/png' })
  await visitor.upload('/compte/documents', '/compte/documents', photo, { purpose: 'photo' })
  const path = /\/compte\/documents\/\d+/.exec((await visitor.get('/compte/documents')).body)?.[0]
  if (!path) throw new Error('No picture is kept')
  const { status, body } = await visitor.get(path)
  if (status !== 200 || body.length < 100) throw new Error(`The picture answers ${status}`)
}
