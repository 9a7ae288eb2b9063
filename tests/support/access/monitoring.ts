import { editionOf } from '#services/settings'
import { type Line, byAdmins, forAdmins, forStaff, shown } from '#tests/support/access/who'

const quiet = () => ({ group: 'quiet' })
const settings = () => '/admin/settings'

// prettier-ignore
export const MONITORING: Line[] = [
  { route: 'monitoring.live', method: 'GET', pattern: '/health/live', answers: shown },
  { route: 'monitoring.ready', method: 'GET', pattern: '/health/ready', answers: shown },
  { route: 'monitoring.admin.index', method: 'GET', pattern: '/admin', answers: forStaff },
  { route: 'monitoring.settings.index', method: 'GET', pattern: '/admin/settings', answers: forAdmins },
  { route: 'monitoring.settings.edit', method: 'GET', pattern: '/admin/settings/:group/edit', answers: forAdmins, params: quiet },
  { route: 'monitoring.settings.update', method: 'PUT', pattern: '/admin/settings/:group', answers: byAdmins, params: quiet, form: () => ({ quietFrom: '21', quietTo: '7', edition: editionOf('quiet') }), leads: settings },
  { route: 'monitoring.settings.destroy', method: 'DELETE', pattern: '/admin/settings/:group', answers: byAdmins, params: quiet, leads: settings },
]
