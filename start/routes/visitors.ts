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
    router.put(':id/identity', [postes.visitors.Identities, 'update']).as('identities.update')
    router.delete(':id/identity', [postes.visitors.Identities, 'destroy']).as('identities.destroy')
    router.post(':id/identity/reading', [postes.visitors.identities.Readings, 'store']).as('identity_readings.store')
    router.get(':id/merge/create', [postes.visitors.Merges, 'create']).as('merges.create')
    router.post(':id/merge', [postes.visitors.Merges, 'store']).as('merges.store')
    router.get(':id/link', [postes.visitors.Links, 'show']).as('visitor_links.show')
    router.post(':id/link', [postes.visitors.Links, 'store']).as('visitor_links.store')
    router.delete(':id/link', [postes.visitors.Links, 'destroy']).as('visitor_links.destroy')
    router.delete(':id/account', [postes.visitors.Accounts, 'destroy']).as('visitor_accounts.destroy')
    router.get(':id/export', [postes.visitors.Exports, 'show']).as('visitor_exports.show')
    router.get(':id/photo', [postes.visitors.Photos, 'show']).as('photos.show')
    router.delete(':id/photo', [postes.visitors.Photos, 'destroy']).as('photos.destroy')
  })
  .prefix('/postes/:slug/visitors')
  .as('postes')
  .where('id', id)
  .use([...page(), middleware.auth(), middleware.site()])

router
  .post('/postes/:slug/visitors', [postes.Visitors, 'store'])
  .as('postes.visitors.store')
  .use([...handIn('photo'), middleware.site()])

router
  .post('/postes/:slug/visitors/:id/photo', [postes.visitors.Photos, 'store'])
  .as('postes.photos.store')
  .where('id', id)
  .use([...handIn('photo'), middleware.site()])

/* For everybody: what is kept of them, and the link that a desk gave them. */
router
  .get('/postes/:slug/notice', [postes.Notices, 'show'])
  .as('postes.notices.show')
  .use([...page(), middleware.site()])

router
  .group(() => {
    router.get(':token', [postes.Claims, 'show']).as('claims.show')
    router.post(':token', [postes.Claims, 'store']).as('claims.store')
  })
  .prefix('/postes/claims')
  .as('postes')
  .use([...page(), middleware.unreferred()])

/* Of whoever is signed in. */
router
  .group(() => {
    router.get('/', [postes.MyRegistrations, 'index']).as('my_registrations.index')
    router.delete(':id', [postes.MyRegistrations, 'destroy']).as('my_registrations.destroy')
    router.get(':id/export', [postes.myRegistrations.Exports, 'show']).as('my_exports.show')
    router.get('claim', [postes.myRegistrations.Claims, 'show']).as('my_claims.show')
    router.post('claim', [postes.myRegistrations.Claims, 'store']).as('my_claims.store')
  })
  .prefix('/compte/postes')
  .as('postes')
  .where('id', id)
  .use([...page(), middleware.auth()])

/* As one types. */
router
  .group(() => {
    router.get('region', [postes.visitors.Regions, 'index']).as('visitors')
    router.get('choices', [postes.visitors.Choices, 'index']).as('visitor_choices')
  })
  .prefix('/postes/:slug/visitors')
  .as('postes.regions')
  .use([...region(), middleware.auth(), middleware.site()])
