/* The middleware of every request, then the named ones that routes choose from. */
import app from '@adonisjs/core/services/app'
import router from '@adonisjs/core/services/router'
import server from '@adonisjs/core/services/server'

server.errorHandler(() => import('#exceptions/handler'))

server.use([
  () => import('#middleware/guard_middleware'),
  () => import('#middleware/assets_middleware'),
  // Only whoever develops has a server of assets to ask.
  ...(app.inProduction ? [] : [() => import('@adonisjs/vite/vite_middleware')]),
])

router.use([() => import('#middleware/input_middleware')])

export const middleware = router.named({
  session: () => import('#middleware/session_middleware'),
  viewer: () => import('#middleware/viewer_middleware'),
  shield: () => import('@adonisjs/shield/shield_middleware'),
  auth: () => import('#middleware/auth_middleware'),
  guest: () => import('#middleware/guest_middleware'),
  attending: () => import('#middleware/attending_middleware'),
  device: () => import('#middleware/device_middleware'),
  fair: () => import('#middleware/fair_middleware'),
  site: () => import('#middleware/site_middleware'),
  organisation: () => import('#middleware/organisation_middleware'),
  verifiable: () => import('#middleware/verifiable_middleware'),
  station: () => import('#middleware/station_middleware'),
  sentFile: () => import('#middleware/sent_file_middleware'),
  uploads: () => import('#middleware/uploads_middleware'),
  unreferred: () => import('#middleware/unreferred_middleware'),
})

/** A page with its forms. */
export const page = () => [middleware.session(), middleware.viewer(), middleware.shield()]

/** What a form with a file leads to: nobody unknown makes us read one, and the form's token is a part of what is read. */
export const upload = () => [middleware.session(), middleware.viewer(), middleware.auth(), middleware.sentFile(), middleware.shield()]

/** The same for files of some size, which are never held in memory. @param field beside which it is refused unread */
export const handIn = (field?: string) => [
  middleware.session(),
  middleware.viewer(),
  middleware.auth(),
  middleware.uploads({ field }),
  middleware.shield(),
]

/** A part that pages refetch by themselves: it must not eat a flash message, keep a session alive, nor hold a form. */
export const region = () => [middleware.session({ readonly: true }), middleware.viewer()]
