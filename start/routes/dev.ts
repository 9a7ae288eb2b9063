import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { page } from '#start/kernel'

router.get('/dev/components', [controllers.dev.Components, 'index']).as('dev.components.index').use(page())
