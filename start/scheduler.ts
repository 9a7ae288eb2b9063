/* Every recurring task, one line each: name, when (seconds minutes hours day month weekday, UTC), what. */
import { DateTime } from 'luxon'
import { runClock } from '#models/files/clock'
import { sendDigests } from '#models/messaging/digest'
import { forgetJobs, tidyDeliveries } from '#models/messaging/sending'
import { forgetNewcomers } from '#models/postes/newcomers'
import { SYSTEM } from '#models/mixins/act'
import { applyRetention } from '#models/monitoring/retention'
import { meetDeadlines } from '#models/postes/deadlines'
import { clearFailures } from '#models/postes/clearing'
import { reportDays } from '#models/postes/reports'
import { closeOldPlaces } from '#models/postes/ticket_line'
import { task } from '#services/recurring'
import { prepareAuditMonths } from '#services/installation'
import { sweep } from '#services/sweeper'

task('audit.months', '0 10 2 * * *', () => prepareAuditMonths())
task('sessions.sweep', '0 */15 * * * *', () => sweep())
task('deliveries.tidy', '0 */15 * * * *', () => tidyDeliveries({ by: SYSTEM, at: DateTime.utc() }))
task('deliveries.forget', '0 20 2 * * *', () => forgetJobs())
task('stations.forget', '0 35 * * * *', () => forgetNewcomers({ by: SYSTEM, at: DateTime.utc() }))
task('files.clock', '0 25 2 * * *', () => runClock({ by: SYSTEM, at: DateTime.utc() }))
task('retention.apply', '0 30 2 * * *', () => applyRetention({ by: SYSTEM, at: DateTime.utc() }))
// Every quarter of an hour: there are zones whose eight o’clock is at a quarter past ours.
task('notifications.digests', '0 */15 * * * *', () => sendDigests({ by: SYSTEM, at: DateTime.now() }))
// A net under the clock of the sessions, which ends each at its second; and the places in a line that is no more.
task('postes.sweep', '0 */5 * * * *', async () => {
  const act = { by: SYSTEM, at: DateTime.utc() }
  await meetDeadlines(act)
  await closeOldPlaces(act)
  await clearFailures(act)
})
// Every hour: six o’clock is that of the instance.
task('postes.report', '0 0 * * * *', () => reportDays({ by: SYSTEM, at: DateTime.utc() }))
