/* What candidates and visitors do at a fair, with an account or with a name only. */
import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware, page, region } from '#start/kernel'

const { fair } = controllers

/** An identifier that fits in the database; anything else is an address that does not exist. */
const id = { match: /^[1-9]\d{0,14}$/, cast: Number }

/* What anybody may see of a fair that was not put away, and coming in. */
router
  .group(() => {
    router.get('/', [fair.Fairs, 'show']).as('fairs.show')
    router.get('stands/:id', [fair.Stands, 'show']).as('stands.show')
    router.post('guests', [fair.Guests, 'store']).as('guests.store').use(middleware.guest())
    router.get('guests/:token', [fair.guests.Links, 'show']).as('guest_links.show').use(middleware.unreferred())
    router.post('guests/:token', [fair.guests.Links, 'store']).as('guest_links.store').use(middleware.unreferred())
  })
  .prefix('/salon/:slug')
  .as('fair')
  .where('id', id)
  .use([...page(), middleware.fair({ current: true })])

/* What whoever is there does; afterwards, it is their past. */
router
  .group(() => {
    router.delete('guests/current', [fair.Guests, 'destroy']).as('guests.destroy')
    router.get('my', [fair.MyAttendances, 'show']).as('my_attendances.show').use([middleware.attending(), middleware.device()])
    router.post('my/claim', [fair.MyClaims, 'store']).as('my_claims.store').use(middleware.auth())
    router.post('my/entries', [fair.MyEntries, 'store']).as('my_entries.store').use(middleware.attending())
    router
      .group(() => {
        router.delete('entries/:id', [fair.MyEntries, 'destroy']).as('my_entries.destroy')
        router.post('entries/:id/prolongation', [fair.myEntries.Prolongations, 'store']).as('my_prolongations.store')
        router.post('entries/:id/return', [fair.myEntries.Returns, 'store']).as('my_returns.store')
        router.post('announcements/:id/reading', [fair.myAnnouncements.Readings, 'store']).as('my_readings.store')
        router.post('interviews', [fair.MyInterviews, 'store']).as('my_interviews.store')
        router.post('pause', [fair.MyPauses, 'store']).as('my_pauses.store')
        router.delete('pause', [fair.MyPauses, 'destroy']).as('my_pauses.destroy')
      })
      .prefix('my')
      .use(middleware.attending({ present: true }))
  })
  .prefix('/salon/:slug')
  .as('fair')
  .where('id', id)
  .use([...page(), middleware.fair()])

/* What those pages refetch by themselves. */
router
  .group(() => {
    router
      .get('my/region', [fair.MyRegions, 'show'])
      .as('my_attendances')
      .use(middleware.attending({ present: true, outlook: true }))
  })
  .prefix('/salon/:slug')
  .as('fair.regions')
  .use([...region(), middleware.fair()])

router
  .group(() => {
    router.get('region', [fair.fairs.Regions, 'show']).as('fairs')
    router.get('stands/:id/region', [fair.stands.Regions, 'show']).as('stand')
  })
  .prefix('/salon/:slug')
  .as('fair.regions')
  .where('id', id)
  .use([...region(), middleware.fair({ current: true })])
