/* What was done at a site of public computers: its sessions, its journal, its figures. */
import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware, page } from '#start/kernel'

const { postes } = controllers

router
  .group(() => {
    router.get('sessions', [postes.SessionLists, 'index']).as('session_lists.index')
    router.get('sessions/export', [postes.sessionLists.Exports, 'show']).as('session_exports.show')
    router.get('events', [postes.Events, 'index']).as('events.index')
    router.get('events/export', [postes.events.Exports, 'show']).as('event_exports.show')
    router.get('usage', [postes.Usages, 'show']).as('usages.show')
    router.get('usage/export', [postes.usages.Exports, 'show']).as('usage_exports.show')
    router.get('reports/:month', [postes.Reports, 'show']).as('reports.show')
  })
  .prefix('/postes/:slug')
  .as('postes')
  .use([...page(), middleware.auth(), middleware.site()])
