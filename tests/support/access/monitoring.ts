import { editionOf } from '#services/settings'
import { type Line, ALL, byAdmins, forAdmins, forStaff, shown } from '#tests/support/access/who'

const quiet = () => ({ group: 'quiet' })
const settings = () => '/admin/settings'

const sweep = () => ({ task: 'sessions.sweep' })

// prettier-ignore
export const MONITORING: Line[] = [
  { route: 'monitoring.live', method: 'GET', pattern: '/health/live', answers: shown },
  { route: 'monitoring.ready', method: 'GET', pattern: '/health/ready', answers: shown },
  { route: 'monitoring.admin.index', method: 'GET', pattern: '/admin', answers: forStaff },
  { route: 'monitoring.settings.index', method: 'GET', pattern: '/admin/settings', answers: forAdmins },
  { route: 'monitoring.settings.edit', method: 'GET', pattern: '/admin/settings/:group/edit', answers: forAdmins, params: quiet },
  { route: 'monitoring.settings.update', method: 'PUT', pattern: '/admin/settings/:group', answers: byAdmins, params: quiet, form: () => ({ quietFrom: '21', quietTo: '7', edition: editionOf('quiet') }), leads: settings },
  { route: 'monitoring.settings.destroy', method: 'DELETE', pattern: '/admin/settings/:group', answers: byAdmins, params: quiet, leads: settings },
  { route: 'monitoring.retentions.show', method: 'GET', pattern: '/admin/retention', answers: forAdmins },
  { route: 'monitoring.tasks.index', method: 'GET', pattern: '/admin/tasks', answers: forAdmins },
  { route: 'monitoring.regions.tasks', method: 'GET', pattern: '/admin/tasks/region', answers: forAdmins },
  { route: 'monitoring.tasks.show', method: 'GET', pattern: '/admin/tasks/:task', answers: forAdmins, params: sweep },
  { route: 'monitoring.regions.task', method: 'GET', pattern: '/admin/tasks/:task/region', answers: forAdmins, params: sweep },
  { route: 'monitoring.task_runs.store', method: 'POST', pattern: '/admin/tasks/:task/runs', answers: byAdmins, params: sweep, leads: () => '/admin/tasks' },
  { route: 'monitoring.first_runs.show', method: 'GET', pattern: '/admin/first-run/:token', answers: { absent: ALL }, params: () => ({ token: 'x' }) },
  { route: 'monitoring.first_runs.store', method: 'POST', pattern: '/admin/first-run/:token', answers: { absent: ALL }, params: () => ({ token: 'x' }) },
]
