import { type Line, forStaff, shown } from '#tests/support/access/who'

// prettier-ignore
export const MONITORING: Line[] = [
  { route: 'monitoring.live', method: 'GET', pattern: '/health/live', answers: shown },
  { route: 'monitoring.ready', method: 'GET', pattern: '/health/ready', answers: shown },
  { route: 'monitoring.admin.index', method: 'GET', pattern: '/admin', answers: forStaff },
]
