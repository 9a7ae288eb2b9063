/* Postes that are kept for people who say when they come. */
import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware, page, region } from '#start/kernel'

const { postes } = controllers

/** An identifier that fits in the database; anything else is an address that does not exist. */
const id = { match: /^[1-9]\d{0,14}$/, cast: Number }

router
  .group(() => {
    router.get('/', [postes.Reservations, 'index']).as('reservations.index')
    router.get('create', [postes.Reservations, 'create']).as('reservations.create')
    router.get('export', [postes.reservations.Exports, 'show']).as('reservation_exports.show')
    router.post('/', [postes.Reservations, 'store']).as('reservations.store')
    router.get(':id', [postes.Reservations, 'show']).as('reservations.show')
    router.get(':id/edit', [postes.Reservations, 'edit']).as('reservations.edit')
    router.put(':id', [postes.Reservations, 'update']).as('reservations.update')
    router.delete(':id', [postes.Reservations, 'destroy']).as('reservations.destroy')
    router.post(':id/session', [postes.reservations.Sessions, 'store']).as('reservation_sessions.store')
    router.post(':id/call', [postes.reservations.Calls, 'store']).as('reservation_calls.store')
  })
  .prefix('/postes/:slug/reservations')
  .as('postes')
  .where('id', id)
  .use([...page(), middleware.auth(), middleware.site()])

/* What the day refetches by itself. */
router
  .get('/postes/:slug/reservations/region', [postes.reservations.Regions, 'show'])
  .as('postes.regions.reservations')
  .use([...region(), middleware.auth(), middleware.site()])

/* Of whoever is signed in. */
router
  .group(() => {
    router.get('create', [postes.myRegistrations.Reservations, 'create']).as('create')
    router.post('/', [postes.myRegistrations.Reservations, 'store']).as('store')
    router.delete(':id', [postes.myRegistrations.Reservations, 'destroy']).as('destroy')
  })
  .prefix('/compte/postes/reservations')
  .as('postes.my_reservations')
  .where('id', id)
  .use([...page(), middleware.auth()])
