import 'htmx.org'
import 'htmx.org/dist/ext/hx-alpine-compat.js'
import Alpine from '@alpinejs/csp/src/index.js'
import { copy } from './behaviors/copy.js'
import './behaviors/actions.js'
import './behaviors/dialogs.js'
import './behaviors/durations.js'
import './behaviors/editing_guard.js'
import './behaviors/errors.js'
import './behaviors/focus.js'
import './behaviors/happenings.js'
import './behaviors/lost_session.js'
import './behaviors/menus.js'
import './behaviors/alerts.js'
import './behaviors/presses.js'
import './behaviors/push.js'
import './behaviors/toasts.js'
import './behaviors/turns.js'
import './behaviors/uploads.js'
import './live.js'

window.Alpine = Alpine
Alpine.data('copy', copy)
Alpine.start()
