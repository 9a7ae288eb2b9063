import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { page, region } from '#start/kernel'

router.get('/', [controllers.Home, 'index']).as('home').use(page())
router.get('/live', [controllers.Live, 'show']).as('live').use(region())
router.get('/manifest.webmanifest', [controllers.Manifests, 'show']).as('manifest')
