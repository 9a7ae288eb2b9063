/* The web server. `npm start` runs the build of this file; `npm run dev` runs it as it is. */
import './runtime.js'

const { ignitor } = await import('./ignitor.js')
const { explain } = await import('#services/explain')

try {
  await ignitor().httpServer().start()
  // Once everything is ready, and not before: somebody may be waiting for this line.
  const [{ default: app }, { greet }] = await Promise.all([import('@adonisjs/core/services/app'), import('#services/greeting')])
  if (!app.isTerminating) await greet()
} catch (error) {
  await explain(error)
  process.exit(1)
}
