/* Every channel that a page may listen to, and who may. What is not named here is refused: the last line says so. */
import type { HttpContext } from '@adonisjs/core/http'
import transmit from '@adonisjs/transmit/services/main'
import Provider from '#models/accounts/provider'
import Fair from '#models/fair/fair'
import { attendeeNamed, isFair, waitsAt } from '#models/fair/listeners'
import Site from '#models/postes/site'
import Stand from '#models/fair/stand'
import AdminPolicy from '#policies/monitoring/admin_policy'
import FairPolicy from '#policies/fair/fair_policy'
import SitePolicy from '#policies/postes/site_policy'
import StandPolicy from '#policies/fair/stand_policy'

const isId = (value: string) => /^[1-9]\d{0,14}$/.test(value)

/** A user's own news. */
transmit.authorize<{ id: string }>('users/:id', ({ viewer }: HttpContext, { id }) => viewer.user?.id === Number(id))

/** An attendee's own page; those who run the fair see it too. */
transmit.authorize<{ id: string }>('attendees/:id', async ({ viewer, bouncer }: HttpContext, { id }) => {
  const attendee = isId(id) ? await attendeeNamed(Number(id)) : null
  if (!attendee) return false
  if (viewer.user?.id === attendee.userId || viewer.guests.some(({ attendeeId }) => attendeeId === attendee.id)) return true
  return bouncer.with(FairPolicy).allows('manage', await Fair.findOrFail(attendee.fairId))
})

/** A stand's dashboard. */
transmit.authorize<{ id: string }>('stands/:id', async ({ bouncer }: HttpContext, { id }) => {
  const stand = isId(id) ? await Stand.find(id) : null
  return stand !== null && bouncer.with(StandPolicy).allows('work', stand)
})

/** Those who wait at a stand. */
transmit.authorize<{ id: string }>('stands/:id/queue', ({ viewer }: HttpContext, { id }) => isId(id) && waitsAt(viewer, Number(id)))

/** What anybody may know of a fair: open or not, its stands. */
transmit.authorize<{ id: string }>('fairs/:id', async (_ctx: HttpContext, { id }) => isId(id) && (await isFair(Number(id))) === true)

/** Everything that happens at a fair, for those who run it. */
transmit.authorize<{ id: string }>('fairs/:id/control', async ({ bouncer }: HttpContext, { id }) => {
  const fair = isId(id) ? await Fair.find(id) : null
  return fair !== null && bouncer.with(FairPolicy).allows('manage', fair)
})

/** Those who are called at a fair, for the screen in its hall. */
transmit.authorize<{ id: string }>('fairs/:id/wall', async ({ bouncer }: HttpContext, { id }) => {
  const fair = isId(id) ? await Fair.find(id) : null
  return fair !== null && bouncer.with(FairPolicy).allows('watch', fair)
})

/** What happens on a poste, for its own screen. */
transmit.authorize<{ id: string }>('postes/:id', ({ viewer }: HttpContext, { id }) => viewer.station?.posteId === Number(id))

/** What happens at a site, for its desk. */
transmit.authorize<{ id: string }>('sites/:id', async ({ viewer }: HttpContext, { id }) => {
  return isId(id) && viewer.operates(Number(id)) && (await Site.find(id)) !== null
})

/** Browsers that ask to be those of a poste, for whoever may say which. */
transmit.authorize('stations/newcomers', ({ viewer }: HttpContext) => viewer.hasDesk)

/** What anybody may know of a site: how many of its postes are free, and when it is open. */
transmit.authorize<{ id: string }>('sites/:id/free', async (_ctx: HttpContext, { id }) => {
  return isId(id) && (await Site.query().where('id', id).whereNull('retired_at').first()) !== null
})

/** Those who are called at a site, for the screen that calls them. */
transmit.authorize<{ id: string }>('sites/:id/wall', async ({ bouncer }: HttpContext, { id }) => {
  const site = isId(id) ? await Site.find(id) : null
  return site !== null && bouncer.with(SitePolicy).allows('watch', site)
})

/** Recurring tasks that start and end. */
transmit.authorize('tasks', ({ bouncer }: HttpContext) => bouncer.with(AdminPolicy).allows('run'))

/** An organisation, for those who belong to it and those who verify it. */
transmit.authorize<{ id: string }>('organisations/:id', async ({ viewer }: HttpContext, { id }) => {
  if (!isId(id) || !viewer.user) return false
  return viewer.moderates || viewer.user.worksFor({ id: Number(id) })
})

/** A provider's own profile; those who verify it see it too. */
transmit.authorize<{ id: string }>('providers/:id', async ({ viewer }: HttpContext, { id }) => {
  if (!isId(id) || !viewer.user) return false
  return viewer.moderates || (await Provider.findBy({ id, user_id: viewer.user.id })) !== null
})

/** What waits to be verified. */
transmit.authorize('organisations', ({ viewer }: HttpContext) => viewer.moderates)
transmit.authorize('providers', ({ viewer }: HttpContext) => viewer.moderates)

transmit.authorize('*', () => false)
