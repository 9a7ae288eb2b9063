/* A process that is told to begin, then sends what waits in the database of the tests until it is told to leave. */
import { once } from 'node:events'
import { ignitor } from '../../bin/ignitor.js'

const app = ignitor().createApp('console')
await app.init()
await app.boot()
const { Postman } = await import('#services/postman')
await once(process.stdin, 'data')
await app.start(() => {
  const postman = new Postman({ stalled: 300 })
  postman.start()
  app.terminating(() => postman.stop())
})
