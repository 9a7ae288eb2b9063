/* The desk of a site of public computers: its grid, its codes, those who wait. */
import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware, page, region } from '#start/kernel'

const { postes } = controllers

/** An identifier that fits in the database; anything else is an address that does not exist. */
const id = { match: /^[1-9]\d{0,14}$/, cast: Number }

/* Whom a secret link makes known: its address is never told to another site. */
router
  .group(() => {
    router.get('links/:token', [postes.Links, 'show']).as('links.show')
    router.post('links/:token', [postes.Links, 'store']).as('links.store')
  })
  .prefix('/postes')
  .as('postes')
  .use([...page(), middleware.unreferred()])

router
  .group(() => {
    router.get('desk', [postes.Desks, 'show']).as('desks.show')
    router.get('sessions/create', [postes.Sessions, 'create']).as('sessions.create')
    router.post('sessions', [postes.Sessions, 'store']).as('sessions.store')
    router.get('sessions/:id', [postes.Sessions, 'show']).as('sessions.show')
    router.delete('sessions/:id', [postes.Sessions, 'destroy']).as('sessions.destroy')
    router.get('sessions/:id/code', [postes.sessions.Codes, 'show']).as('codes.show')
    router
      .get('sessions/:id/code/:format', [postes.sessions.codes.Papers, 'show'])
      .as('code_papers.show')
      .where('format', /^(roll|card)$/)
    router.post('sessions/:id/start', [postes.sessions.Starts, 'store']).as('starts.store')
    router.post('sessions/:id/suspension', [postes.sessions.Suspensions, 'store']).as('suspensions.store')
    router.delete('sessions/:id/suspension', [postes.sessions.Suspensions, 'destroy']).as('suspensions.destroy')
    router.post('sessions/:id/additions', [postes.sessions.Additions, 'store']).as('additions.store')
    router.put('sessions/:id/poste', [postes.sessions.Placements, 'update']).as('placements.update')
    router.post('sessions/:id/restoration', [postes.sessions.Restorations, 'store']).as('restorations.store')
    router.get('extensions/:id/edit', [postes.Extensions, 'edit']).as('extensions.edit')
    router.put('extensions/:id', [postes.Extensions, 'update']).as('extensions.update')
    router.post('postes/:id/messages', [postes.postes.Messages, 'store']).as('messages.store')
    router.put('postes/:id/messages/:message', [postes.postes.Messages, 'update']).as('messages.update')
    router.post('postes/:id/maintenance', [postes.postes.Maintenances, 'store']).as('maintenances.store')
    router.delete('postes/:id/maintenance', [postes.postes.Maintenances, 'destroy']).as('maintenances.destroy')

    router.post('calls', [postes.Calls, 'store']).as('calls.store')
    router.get('tickets/create', [postes.Tickets, 'create']).as('tickets.create')
    router.post('tickets', [postes.Tickets, 'store']).as('tickets.store')
    router.get('tickets/:id', [postes.Tickets, 'show']).as('tickets.show')
    router.delete('tickets/:id', [postes.Tickets, 'destroy']).as('tickets.destroy')
    router.post('tickets/:id/call', [postes.tickets.Calls, 'store']).as('ticket_calls.store')
    router.post('tickets/:id/absence', [postes.tickets.Absences, 'store']).as('ticket_absences.store')
    router.post('tickets/:id/session', [postes.tickets.Sessions, 'store']).as('ticket_sessions.store')
    router.get('wall/link', [postes.walls.Links, 'show']).as('wall_links.show')
    router.post('wall/link', [postes.walls.Links, 'store']).as('wall_links.store')
  })
  .prefix('/postes/:slug')
  .as('postes')
  .where('id', id)
  .where('message', id)
  .use([...page(), middleware.auth(), middleware.site()])

/* With an account, or by the link of the screen. */
router
  .get('/postes/:slug/wall', [postes.Walls, 'show'])
  .as('postes.walls.show')
  .use([...page(), middleware.site()])

/* What those pages refetch by themselves. */
router
  .group(() => {
    router.get('desk/region', [postes.desks.Regions, 'show']).as('desk').use(middleware.auth())
    router.get('sessions/:id/code/region', [postes.sessions.codes.Regions, 'show']).as('code').use(middleware.auth())
    router.get('wall/region', [postes.walls.Regions, 'show']).as('wall')
  })
  .prefix('/postes/:slug')
  .as('postes.regions')
  .where('id', id)
  .use([...region(), middleware.site()])
