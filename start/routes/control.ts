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

    router.get('entries/create', [fair.Entries, 'create']).as('entries.create')
    router.post('entries', [fair.Entries, 'store']).as('entries.store')
    router.delete('entries/:id', [fair.Entries, 'destroy']).as('entries.destroy')
    router.get('entries/:id/rank/edit', [fair.entries.Ranks, 'edit']).as('ranks.edit')
    router.put('entries/:id/rank', [fair.entries.Ranks, 'update']).as('ranks.update')
    router.post('entries/:id/reinstatement', [fair.entries.Reinstatements, 'store']).as('reinstatements.store')

    router.get('exports', [fair.Exports, 'index']).as('exports.index')
    router
      .get('exports/:file', [fair.Exports, 'show'])
      .as('exports.show')
      .where('file', /^(attendees|stands|entries|interviews)$/)
    router.get('report', [fair.Reports, 'show']).as('reports.show')
    router.get('events', [fair.Events, 'index']).as('events.index')

    router.post('pause', [fair.Pauses, 'store']).as('pauses.store')
    router.delete('pause', [fair.Pauses, 'destroy']).as('pauses.destroy')
    router.get('release/create', [fair.Releases, 'create']).as('releases.create')
    router.post('release', [fair.Releases, 'store']).as('releases.store')
  })
  .prefix('/salon/:slug')
  .as('fair')
  .where('id', id)
  .use([...page(), middleware.auth(), middleware.fair()])

/* What those pages refetch by themselves. */
router
  .group(() => {
    router.get('control/people/region', [fair.controls.People, 'index']).as('people')
    router.get('control/hours/region', [fair.controls.Hours, 'show']).as('hours')
  })
  .prefix('/salon/:slug')
  .as('fair.regions')
  .use([...region(), middleware.auth(), middleware.fair()])
