/* The page of a public computer, and what it and the program beside it say. */
import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware, page, region } from '#start/kernel'

const { postes } = controllers

const id = { match: /^[1-9]\d{0,14}$/, cast: Number }

/* A browser that is not known yet. */
router
  .group(() => {
    router.get('/', [postes.Stations, 'show']).as('show')
    router.post('pairing', [postes.station.Pairings, 'store']).as('pairings.store')
    router.post('request', [postes.station.Requests, 'store']).as('requests.store')
  })
  .prefix('/station')
  .as('postes.station')
  .use(page())

/* What a visitor does there. */
router
  .group(() => {
    router
      .post('entries', [postes.station.Entries, 'store'])
      .as('entries.store')
      .use(middleware.station({ row: true }))
    router.post('extensions', [postes.station.Extensions, 'store']).as('extensions.store').use(middleware.station())
    router.post('messages', [postes.station.Messages, 'store']).as('messages.store').use(middleware.station())
    router.put('messages/:id', [postes.station.Messages, 'update']).as('messages.update').use(middleware.station())
    router.delete('session', [postes.station.Sessions, 'destroy']).as('sessions.destroy').use(middleware.station())
  })
  .prefix('/station')
  .as('postes.station')
  .where('id', id)
  .use(page())

/* What it says by itself, without a session. */
router
  .group(() => {
    router.get('state', [postes.station.States, 'show']).as('states.show')
    router.post('outages', [postes.station.Outages, 'store']).as('outages.store')
  })
  .prefix('/station')
  .as('postes.station')
  .use(middleware.station())

router
  .post('/station/heartbeats', [postes.station.Heartbeats, 'store'])
  .as('postes.station.heartbeats.store')
  .use(middleware.station({ mute: true }))

router
  .get('/station/region', [postes.station.Regions, 'show'])
  .as('postes.regions.station')
  .use([...region(), middleware.station()])
