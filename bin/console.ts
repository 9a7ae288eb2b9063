/* Every ace command comes through here. */
import './runtime.js'

const { ignitor } = await import('./ignitor.js')
const { explain, sentenceFor } = await import('#services/explain')

try {
  await ignitor()
    .ace()
    .configure(async (app) => {
      const { errorHandler } = await app.container.make('ace')
      const render = errorHandler.render.bind(errorHandler)
      errorHandler.render = async (error, kernel) => (sentenceFor(error) ? explain(error) : render(error, kernel))
    })
    .handle(process.argv.slice(2))
} catch (error) {
  await explain(error)
  process.exit(1)
}
