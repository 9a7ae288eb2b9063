/* Every ace command comes through here. */
import './runtime.js'

const { ignitor } = await import('./ignitor.js')
const { explain } = await import('#services/explain')

try {
  await ignitor().ace().handle(process.argv.slice(2))
} catch (error) {
  await explain(error)
  process.exit(1)
}
