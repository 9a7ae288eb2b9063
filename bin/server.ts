/* The web server. `npm start` runs the build of this file; `npm run dev` runs it as it is. */
import './runtime.js'

const { ignitor } = await import('./ignitor.js')
const { explain } = await import('#services/explain')

await ignitor()
  .httpServer()
  .start()
  .catch((error) => {
    explain(error)
    process.exit(1)
  })
