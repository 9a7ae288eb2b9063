import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware, page } from '#start/kernel'

router.get('/health/live', [controllers.monitoring.HealthChecks, 'index']).as('monitoring.live')
router.get('/health/ready', [controllers.monitoring.HealthChecks, 'show']).as('monitoring.ready')

router
  .group(() => {
    router.get('/', [controllers.monitoring.Admin, 'index']).as('admin.index')
  })
  .prefix('/admin')
  .as('monitoring')
  .use([...page(), middleware.auth()])
