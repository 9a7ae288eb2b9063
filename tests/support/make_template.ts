/* Fills the template database: tables as the application makes them, then the cast. */
import { ignitor } from '../../bin/ignitor.js'

const app = ignitor().createApp('console')
await app.init()
await app.boot()
const { migrate } = await import('#services/installation')
const { seedCast } = await import('#database/seeders/cast_seeder')
await migrate()
await app.start(() => seedCast())
await app.terminate()
process.exit(0)
