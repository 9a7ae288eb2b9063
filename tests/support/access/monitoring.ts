import { editionOf } from '#services/settings'
import { type Line, ALL, byAdmins, forAdmins, forStaff, shown } from '#tests/support/access/who'

const quiet = () => ({ group: 'quiet' })
const settings = () => '/admin/settings'

const mentions = () => ({ legal: 'mentions', locale: 'fr', version: 'origin' })
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
  { route: 'monitoring.legal_pages.mentions', method: 'GET', pattern: '/mentions-legales', answers: shown },
  { route: 'monitoring.legal_pages.privacy', method: 'GET', pattern: '/confidentialite', answers: shown },
  { route: 'monitoring.legal_pages.accessibility', method: 'GET', pattern: '/accessibilite', answers: shown },
  { route: 'monitoring.legal_texts.index', method: 'GET', pattern: '/admin/legal-pages', answers: forAdmins },
  { route: 'monitoring.legal_texts.edit', method: 'GET', pattern: '/admin/legal-pages/:legal/:locale/edit', answers: forAdmins, params: mentions },
  { route: 'monitoring.legal_texts.update', method: 'PUT', pattern: '/admin/legal-pages/:legal/:locale', answers: byAdmins, params: mentions, form: () => ({ body: 'Texte', edition: '0' }), leads: () => '/admin/legal-pages' },
  { route: 'monitoring.legal_previews.store', method: 'POST', pattern: '/admin/legal-pages/:legal/:locale/previews', answers: byAdmins, params: mentions, form: () => ({ body: 'Texte', edition: '0' }), leads: () => '/admin/legal-pages/mentions/fr/edit#preview', always: true },
  { route: 'monitoring.legal_versions.index', method: 'GET', pattern: '/admin/legal-pages/:legal/:locale/versions', answers: forAdmins, params: mentions },
  { route: 'monitoring.legal_versions.show', method: 'GET', pattern: '/admin/legal-pages/:legal/:locale/versions/:version', answers: forAdmins, params: mentions },
  { route: 'monitoring.legal_restorations.store', method: 'POST', pattern: '/admin/legal-pages/:legal/:locale/versions/:version/restoration', answers: byAdmins, params: mentions, leads: () => '/admin/legal-pages/mentions/fr/versions' },
  { route: 'monitoring.retentions.show', method: 'GET', pattern: '/admin/retention', answers: forAdmins },
  { route: 'monitoring.tasks.index', method: 'GET', pattern: '/admin/tasks', answers: forAdmins },
  { route: 'monitoring.regions.tasks', method: 'GET', pattern: '/admin/tasks/region', answers: forAdmins },
  { route: 'monitoring.tasks.show', method: 'GET', pattern: '/admin/tasks/:task', answers: forAdmins, params: sweep },
  { route: 'monitoring.regions.task', method: 'GET', pattern: '/admin/tasks/:task/region', answers: forAdmins, params: sweep },
  { route: 'monitoring.task_runs.store', method: 'POST', pattern: '/admin/tasks/:task/runs', answers: byAdmins, params: sweep, leads: () => '/admin/tasks' },
  { route: 'monitoring.first_runs.show', method: 'GET', pattern: '/admin/first-run/:token', answers: { absent: ALL }, params: () => ({ token: 'x' }) },
  { route: 'monitoring.first_runs.store', method: 'POST', pattern: '/admin/first-run/:token', answers: { absent: ALL }, params: () => ({ token: 'x' }) },
]
