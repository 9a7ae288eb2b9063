/* What those who run a fair do during it and after it. */
import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware, page, region } from '#start/kernel'

const { fair } = controllers

/** An identifier that fits in the database; anything else is an address that does not exist. */
const id = { match: /^[1-9]\d{0,14}$/, cast: Number }

router
  .group(() => {
    router.get('announcements', [fair.Announcements, 'index']).as('announcements.index')
    router.post('announcements', [fair.Announcements, 'store']).as('announcements.store')
    router.delete('announcements/:id', [fair.Announcements, 'destroy']).as('announcements.destroy')
  })
  .prefix('/salon/:slug')
  .as('fair')
  .where('id', id)
  .use([...page(), middleware.auth(), middleware.fair()])

/* What those pages refetch by themselves. */
router
  .group(() => {
    router.get('control/people', [fair.controls.People, 'index']).as('people')
    router.get('control/hours', [fair.controls.Hours, 'show']).as('hours')
  })
  .prefix('/salon/:slug')
  .as('fair.regions')
  .use([...region(), middleware.auth(), middleware.fair()])
