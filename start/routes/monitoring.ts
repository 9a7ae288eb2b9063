import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware, page } from '#start/kernel'
import { GROUPS } from '#validators/monitoring/settings'

const { monitoring } = controllers

router.get('/health/live', [controllers.monitoring.HealthChecks, 'index']).as('monitoring.live')
router.get('/health/ready', [controllers.monitoring.HealthChecks, 'show']).as('monitoring.ready')

router
  .group(() => {
    router.get('/', [monitoring.Admin, 'index']).as('admin.index')

    router.get('settings', [monitoring.Settings, 'index']).as('settings.index')
    router.get('settings/:group/edit', [monitoring.Settings, 'edit']).as('settings.edit')
    router.put('settings/:group', [monitoring.Settings, 'update']).as('settings.update')
    router.delete('settings/:group', [monitoring.Settings, 'destroy']).as('settings.destroy')
  })
  .prefix('/admin')
  .as('monitoring')
  .where('group', new RegExp(`^(${GROUPS.join('|')})$`))
  .use([...page(), middleware.auth()])
