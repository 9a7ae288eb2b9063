import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware, page, region, upload } from '#start/kernel'

const { fair } = controllers
const signedIn = () => middleware.auth()

/** An identifier that fits in the database; anything else is an address that does not exist. */
const id = { match: /^[1-9]\d{0,14}$/, cast: Number }

router
  .group(() => {
    router.get('/', [fair.Fairs, 'index']).as('fairs.index')
    router.get('create', [fair.Fairs, 'create']).as('fairs.create').use(signedIn())
    router.post('/', [fair.Fairs, 'store']).as('fairs.store').use(signedIn())

    router.get('links/:token', [fair.Links, 'show']).as('links.show').use(middleware.unreferred())
    router.post('links/:token', [fair.Links, 'store']).as('links.store').use(middleware.unreferred())
  })
  .prefix('/salon')
  .as('fair')
  .use(page())

router
  .group(() => {
    router.get('wall', [fair.Walls, 'show']).as('walls.show')
    router.get('stands/:id/dashboard', [fair.stands.Dashboards, 'show']).as('dashboards.show')
    router.post('stands/:id/pause', [fair.stands.Pauses, 'store']).as('stand_pauses.store')
    router.delete('stands/:id/pause', [fair.stands.Pauses, 'destroy']).as('stand_pauses.destroy')
    router.post('stands/:id/interviews/:interview/closure', [fair.interviews.Closures, 'store']).as('closures.store')
    router.delete('stands/:id/interviews/:interview/closure', [fair.interviews.Closures, 'destroy']).as('closures.destroy')

    router
      .group(() => {
        router.get('edit', [fair.Fairs, 'edit']).as('fairs.edit')
        router.put('/', [fair.Fairs, 'update']).as('fairs.update')
        router.post('opening', [fair.Openings, 'store']).as('openings.store')
        router.delete('opening', [fair.Openings, 'destroy']).as('openings.destroy')
        router.get('wall/link', [fair.walls.Links, 'show']).as('wall_links.show')
        router.post('wall/link', [fair.walls.Links, 'store']).as('wall_links.store')
        router.get('control', [fair.Controls, 'show']).as('controls.show')

        router.get('stands/create', [fair.Stands, 'create']).as('stands.create')
        router.post('stands', [fair.Stands, 'store']).as('stands.store')
        router.get('stands/:id/edit', [fair.Stands, 'edit']).as('stands.edit')
        router.put('stands/:id', [fair.Stands, 'update']).as('stands.update')
        router.get('stands/:id/link', [fair.stands.Links, 'show']).as('stand_links.show')
        router.post('stands/:id/link', [fair.stands.Links, 'store']).as('stand_links.store')

        router.get('stands/export', [fair.stands.Exports, 'show']).as('stand_exports.show')
        router.get('stands/imports/create', [fair.stands.Imports, 'create']).as('stand_imports.create')
        router.get('stands/imports/:id', [fair.stands.Imports, 'show']).as('stand_imports.show')
        router.delete('stands/imports/:id', [fair.stands.Imports, 'destroy']).as('stand_imports.destroy')
        router.post('stands/imports/:id/confirmation', [fair.stands.imports.Confirmations, 'store']).as('stand_confirmations.store')
        router.get('stands/imports/:id/errors', [fair.stands.imports.Errors, 'show']).as('stand_errors.show')

        router.get('attendees/export', [fair.attendees.Exports, 'show']).as('attendee_exports.show')
        router.get('attendees', [fair.Attendees, 'index']).as('attendees.index')
        router.post('attendees', [fair.Attendees, 'store']).as('attendees.store')
        router.get('attendees/:id', [fair.Attendees, 'show']).as('attendees.show')
        router.post('attendees/:id/overrides', [fair.attendees.Overrides, 'store']).as('overrides.store')
      })
      .use(signedIn())
  })
  .prefix('/salon/:slug')
  .as('fair')
  .where('id', id)
  .where('interview', id)
  .use([...page(), middleware.fair()])

router
  .post('/salon/:slug/stands/imports', [fair.stands.Imports, 'store'])
  .as('fair.stand_imports.store')
  .use([...upload(), middleware.fair()])

/* What those pages refetch by themselves. */
router
  .group(() => {
    router.get('wall/region', [fair.walls.Regions, 'show']).as('walls')
    router.get('stands/:id/dashboard/region', [fair.stands.dashboards.Regions, 'show']).as('dashboards')
    router.get('control/region', [fair.controls.Regions, 'show']).as('controls').use(signedIn())
    router.get('attendees/region', [fair.attendees.Regions, 'index']).as('attendees').use(signedIn())
    router.get('attendees/:id/region', [fair.attendees.Regions, 'show']).as('attendee').use(signedIn())
  })
  .prefix('/salon/:slug')
  .as('fair.regions')
  .where('id', id)
  .use([...region(), middleware.fair()])
