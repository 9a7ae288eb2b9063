/* A command that changes something and serves nobody: pauses the stand of this number. */
import { DateTime } from 'luxon'
import { ignitor } from '../../../bin/ignitor.js'

const app = ignitor().createApp('console')
await app.init()
await app.boot()
await app.start(async () => {
  const { default: Stand } = await import('#models/fair/stand')
  const { SYSTEM } = await import('#models/mixins/act')
  const stand = await Stand.findOrFail(process.argv[2])
  await stand.pause({ by: SYSTEM, at: DateTime.now() })
})
await app.terminate()
