/* Those whom a site with public computers knows, and what they are told of it. */
import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { handIn, middleware, page, region } from '#start/kernel'

const { postes } = controllers

/** An identifier that fits in the database; anything else is an address that does not exist. */
const id = { match: /^[1-9]\d{0,14}$/, cast: Number }

router
  .group(() => {
    router.get('/', [postes.Visitors, 'index']).as('visitors.index')
    router.get('create', [postes.Visitors, 'create']).as('visitors.create')
    router.post('guests', [postes.visitors.Guests, 'store']).as('guests.store')
    router.get(':id', [postes.Visitors, 'show']).as('visitors.show')
    router.get(':id/edit', [postes.Visitors, 'edit']).as('visitors.edit')
    router.put(':id', [postes.Visitors, 'update']).as('visitors.update')
    router.delete(':id', [postes.Visitors, 'destroy']).as('visitors.destroy')
    router.post(':id/consent', [postes.visitors.Consents, 'store']).as('visitor_consents.store')
    router.delete(':id/consent', [postes.visitors.Consents, 'destroy']).as('visitor_consents.destroy')
  })
  .prefix('/postes/:slug/visitors')
  .as('postes')
  .where('id', id)
  .use([...page(), middleware.auth(), middleware.site()])

router
  .post('/postes/:slug/visitors', [postes.Visitors, 'store'])
  .as('postes.visitors.store')
  .use([...handIn('photo'), middleware.site()])

/* As one types. */
router
  .group(() => {
    router.get('region', [postes.visitors.Regions, 'index']).as('visitors')
    router.get('choices', [postes.visitors.Choices, 'index']).as('visitor_choices')
  })
  .prefix('/postes/:slug/visitors')
  .as('postes.regions')
  .use([...region(), middleware.auth(), middleware.site()])
