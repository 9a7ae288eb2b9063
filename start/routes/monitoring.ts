import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware, page, region } from '#start/kernel'
import { LEGAL_NAMES, LEGAL_PAGES } from '#config/legal'
import { GROUPS } from '#validators/monitoring/settings'

const { monitoring } = controllers

/** `sessions.sweep` */
const task = /^[a-z]+\.[a-z_]+$/

router.get('/health/live', [controllers.monitoring.HealthChecks, 'index']).as('monitoring.live')
router.get('/health/ready', [controllers.monitoring.HealthChecks, 'show']).as('monitoring.ready')

for (const legal of LEGAL_NAMES)
  router.get(LEGAL_PAGES[legal], [monitoring.LegalPages, 'show']).as(`monitoring.legal_pages.${legal}`).use(page())

router
  .group(() => {
    router.get('/', [monitoring.Admin, 'index']).as('admin.index')

    router.get('settings', [monitoring.Settings, 'index']).as('settings.index')
    router.get('settings/:group/edit', [monitoring.Settings, 'edit']).as('settings.edit')
    router.put('settings/:group', [monitoring.Settings, 'update']).as('settings.update')
    router.delete('settings/:group', [monitoring.Settings, 'destroy']).as('settings.destroy')

    router.get('legal-pages', [monitoring.LegalTexts, 'index']).as('legal_texts.index')
    router
      .group(() => {
        router.get('edit', [monitoring.LegalTexts, 'edit']).as('legal_texts.edit')
        router.put('/', [monitoring.LegalTexts, 'update']).as('legal_texts.update')
        router.post('previews', [monitoring.legalTexts.Previews, 'store']).as('legal_previews.store')
        router.get('versions', [monitoring.legalTexts.Versions, 'index']).as('legal_versions.index')
        router.get('versions/:version', [monitoring.legalTexts.Versions, 'show']).as('legal_versions.show')
        router.post('versions/:version/restoration', [monitoring.legalTexts.Restorations, 'store']).as('legal_restorations.store')
      })
      .prefix('legal-pages/:legal/:locale')

    router.get('retention', [monitoring.Retentions, 'show']).as('retentions.show')

    router.get('tasks', [monitoring.Tasks, 'index']).as('tasks.index')
    router.get('tasks/:task', [monitoring.Tasks, 'show']).as('tasks.show')
    router.post('tasks/:task/runs', [monitoring.tasks.Runs, 'store']).as('task_runs.store')
  })
  .prefix('/admin')
  .as('monitoring')
  .where('group', new RegExp(`^(${GROUPS.join('|')})$`))
  .where('task', task)
  .where('legal', new RegExp(`^(${LEGAL_NAMES.join('|')})$`))
  .where('locale', /^(fr|en)$/)
  .where('version', /^(origin|[1-9]\d{0,14})$/)
  .use([...page(), middleware.auth()])

/* What those pages refetch by themselves. */
router
  .group(() => {
    router.get('tasks/region', [monitoring.tasks.Regions, 'index']).as('tasks')
    router.get('tasks/:task/region', [monitoring.tasks.Regions, 'show']).as('task')
  })
  .prefix('/admin')
  .as('monitoring.regions')
  .where('task', task)
  .use([...region(), middleware.auth()])

/* Before anybody can sign in. */
router
  .group(() => {
    router.get(':token', [monitoring.FirstRuns, 'show']).as('show')
    router.post(':token', [monitoring.FirstRuns, 'store']).as('store')
  })
  .prefix('/admin/first-run')
  .as('monitoring.first_runs')
  .use([...page(), middleware.unreferred()])
