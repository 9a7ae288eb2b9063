/* Every recurring task, one line each: name, when (seconds minutes hours day month weekday, UTC), what. */
import { DateTime } from 'luxon'
import { runClock } from '#models/files/clock'
import { sendDigests } from '#models/messaging/digest'
import { forgetJobs, tidyDeliveries } from '#models/messaging/sending'
import { SYSTEM } from '#models/mixins/act'
import { applyRetention } from '#models/monitoring/retention'
import { task } from '#services/recurring'
import { prepareAuditMonths } from '#services/installation'
import { sweep } from '#services/sweeper'

task('audit.months', '0 10 2 * * *', () => prepareAuditMonths())
task('sessions.sweep', '0 */15 * * * *', () => sweep())
task('deliveries.tidy', '0 */15 * * * *', () => tidyDeliveries({ by: SYSTEM, at: DateTime.utc() }))
task('deliveries.forget', '0 20 2 * * *', () => forgetJobs())
task('files.clock', '0 25 2 * * *', () => runClock({ by: SYSTEM, at: DateTime.utc() }))
task('retention.apply', '0 30 2 * * *', () => applyRetention({ by: SYSTEM, at: DateTime.utc() }))
// Every quarter of an hour: there are zones whose eight o’clock is at a quarter past ours.
task('notifications.digests', '0 */15 * * * *', () => sendDigests({ by: SYSTEM, at: DateTime.now() }))
