import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'

router.get('/health/live', [controllers.monitoring.HealthChecks, 'index']).as('monitoring.live')
router.get('/health/ready', [controllers.monitoring.HealthChecks, 'show']).as('monitoring.ready')
