/* The sites of public computers: what anybody may know, what administrators decide, and what is installed there. */
import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware, page, region } from '#start/kernel'

const { postes } = controllers

/** An identifier that fits in the database; anything else is an address that does not exist. */
const id = { match: /^[1-9]\d{0,14}$/, cast: Number }

router.get('/postes', [postes.Sites, 'index']).as('postes.sites.index').use(page())
router
  .get('/postes/:slug', [postes.Sites, 'show'])
  .as('postes.sites.show')
  .use([...page(), middleware.site()])
router
  .get('/postes/:slug/region', [postes.sites.Regions, 'show'])
  .as('postes.regions.site')
  .use([...region(), middleware.site()])

router
  .group(() => {
    router.get('/', [postes.admin.Sites, 'index']).as('index')
    router.get('create', [postes.admin.Sites, 'create']).as('create')
    router.post('/', [postes.admin.Sites, 'store']).as('store')
  })
  .prefix('/admin/sites')
  .as('postes.admin_sites')
  .use([...page(), middleware.auth()])

router
  .group(() => {
    router.get('settings', [postes.Settings, 'show']).as('settings.show')
    router.get('settings/edit', [postes.Settings, 'edit']).as('settings.edit')
    router.put('settings', [postes.Settings, 'update']).as('settings.update')
    router.get('hours/edit', [postes.settings.Hours, 'edit']).as('hours.edit')
    router.put('hours', [postes.settings.Hours, 'update']).as('hours.update')
    router.get('mode/edit', [postes.settings.Modes, 'edit']).as('modes.edit')
    router.put('mode', [postes.settings.Modes, 'update']).as('modes.update')
    router.post('retirement', [postes.settings.Retirements, 'store']).as('retirements.store')
    router.get('closings', [postes.Closings, 'index']).as('closings.index')
    router.post('closings', [postes.Closings, 'store']).as('closings.store')
    router.delete('closings/:id', [postes.Closings, 'destroy']).as('closings.destroy')

    router.get('postes', [postes.Postes, 'index']).as('postes.index')
    router.get('postes/export', [postes.postes.Exports, 'show']).as('poste_exports.show')
    router.get('postes/create', [postes.Postes, 'create']).as('postes.create')
    router.post('postes', [postes.Postes, 'store']).as('postes.store')
    router.get('postes/:id', [postes.Postes, 'show']).as('postes.show')
    router.get('postes/:id/edit', [postes.Postes, 'edit']).as('postes.edit')
    router.put('postes/:id', [postes.Postes, 'update']).as('postes.update')
    router.delete('postes/:id', [postes.Postes, 'destroy']).as('postes.destroy')
    router.get('postes/:id/pairing', [postes.postes.Pairings, 'show']).as('pairings.show')
    router.post('postes/:id/pairing', [postes.postes.Pairings, 'store']).as('pairings.store')
    router.delete('postes/:id/stations/:station', [postes.postes.Stations, 'destroy']).as('poste_stations.destroy')
    router.get('newcomers', [postes.Newcomers, 'index']).as('newcomers.index')
    router.get('newcomers/:id', [postes.Newcomers, 'show']).as('newcomers.show')
    router.delete('newcomers/:id', [postes.Newcomers, 'destroy']).as('newcomers.destroy')
    router.post('newcomers/:id/adoption', [postes.newcomers.Adoptions, 'store']).as('adoptions.store')
  })
  .prefix('/postes/:slug')
  .as('postes')
  .where('id', id)
  .where('station', id)
  .use([...page(), middleware.auth(), middleware.site()])

/* What those pages refetch by themselves. */
router
  .group(() => {
    router.get('postes/:id/pairing/region', [postes.postes.Regions, 'show']).as('pairing')
    router.get('newcomers/region', [postes.newcomers.Regions, 'index']).as('newcomers')
  })
  .prefix('/postes/:slug')
  .as('postes.regions')
  .where('id', id)
  .use([...region(), middleware.auth(), middleware.site()])
