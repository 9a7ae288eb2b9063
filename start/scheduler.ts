/* Every recurring task, one line each: name, when (seconds minutes hours day month weekday, UTC), what. */
import { task } from '#services/recurring'
import { prepareAuditMonths } from '#services/installation'
import { sweep } from '#services/sweeper'

task('audit.months', '0 10 2 * * *', () => prepareAuditMonths())
task('sessions.sweep', '0 */15 * * * *', () => sweep())
