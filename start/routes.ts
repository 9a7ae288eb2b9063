/* One file a domain; nothing else here. */
import './routes/home.js'
import './routes/accounts.js'
import './routes/organisations.js'
import './routes/fair.js'
import './routes/files.js'
import './routes/messaging.js'
import './routes/monitoring.js'
