import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware, page, region } from '#start/kernel'
import { GROUPS } from '#validators/monitoring/settings'

const { monitoring } = controllers

/** `sessions.sweep` */
const task = /^[a-z]+\.[a-z_]+$/

router.get('/health/live', [controllers.monitoring.HealthChecks, 'index']).as('monitoring.live')
router.get('/health/ready', [controllers.monitoring.HealthChecks, 'show']).as('monitoring.ready')

router
  .group(() => {
    router.get('/', [monitoring.Admin, 'index']).as('admin.index')

    router.get('settings', [monitoring.Settings, 'index']).as('settings.index')
    router.get('settings/:group/edit', [monitoring.Settings, 'edit']).as('settings.edit')
    router.put('settings/:group', [monitoring.Settings, 'update']).as('settings.update')
    router.delete('settings/:group', [monitoring.Settings, 'destroy']).as('settings.destroy')

    router.get('retention', [monitoring.Retentions, 'show']).as('retentions.show')

    router.get('tasks', [monitoring.Tasks, 'index']).as('tasks.index')
    router.get('tasks/:task', [monitoring.Tasks, 'show']).as('tasks.show')
    router.post('tasks/:task/runs', [monitoring.tasks.Runs, 'store']).as('task_runs.store')
  })
  .prefix('/admin')
  .as('monitoring')
  .where('group', new RegExp(`^(${GROUPS.join('|')})$`))
  .where('task', task)
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
