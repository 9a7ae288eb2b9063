/* One file a domain; nothing else here. */
import app from '@adonisjs/core/services/app'
import './routes/home.js'
import './routes/accounts.js'
import './routes/organisations.js'
import './routes/fair.js'
import './routes/desk.js'
import './routes/control.js'
import './routes/visiting.js'
import './routes/setup.js'
import './routes/station.js'
import './routes/usage.js'
import './routes/visitors.js'
import './routes/sites.js'
import './routes/counter.js'
import './routes/reservations.js'
import './routes/files.js'
import './routes/messaging.js'
import './routes/monitoring.js'

// A page for whoever develops; a production does not have it.
if (!app.inProduction) await import('./routes/dev.js')
