import type { HttpContext } from '@adonisjs/core/http'
import type { Viewer } from '#models/accounts/viewer'
import { attendedNow, organisedNow } from '#models/fair/today'
import { sitesOf } from '#models/postes/site_list'
import { localPath } from '#services/answers'
import { resumeDraft } from '#services/drafts'

/** Each role's page, the most urgent first; null when nothing waits for them there now. */
const doors: ((viewer: Viewer) => Promise<string | null> | string | null)[] = [
  (viewer) => runs(viewer),
  ({ user }) => attendedNow(user!.id),
  (viewer) => operates(viewer),
  (viewer) => (viewer.hasBackOffice ? '/admin' : null),
  (viewer) => recruits(viewer),
  (viewer) => (viewer.has('provider') ? '/compte/provider' : null),
]

/** Where everybody may go. */
const HALL = '/salon'

/** Where signing in leads: what is most urgent to a person with these roles. */
export async function landing(viewer: Viewer): Promise<string> {
  if (viewer.user)
    for (const door of doors) {
      const path = await door(viewer)
      if (path) return path
    }
  return HALL
}

/** After signing in or up: back to the form that was lost, to where the person was going, or to their own page. */
export async function onward(ctx: HttpContext): Promise<string> {
  const next = localPath(ctx.request.input('next'))
  return resumeDraft(ctx, next) ?? next ?? landing(ctx.viewer)
}

function runs({ grants }: Viewer) {
  const held = grants.filter(({ role }) => role === 'organiser').map(({ fairId }) => fairId)
  if (held.length === 0) return null
  return organisedNow(held.includes(null) ? null : held.filter((id) => id !== null))
}

/** One desk: that desk. Several: the list of them. */
async function operates(viewer: Viewer) {
  if (!viewer.grants.some(({ role }) => role === 'operator')) return null
  const sites = await sitesOf(viewer)
  if (sites.length === 0) return null
  return sites.length === 1 ? `${sites[0].path}/desk` : '/postes'
}

/** One organisation: its sheet, which says what is possible there. Several, or a request that waits: the list of them. */
async function recruits({ user, grants }: Viewer) {
  if (!grants.some(({ role }) => role === 'recruiter')) return null
  const places = (await user!.places()).filter(({ state }) => state !== 'refused')
  if (places.length === 0) return null
  const [only] = places
  return places.length === 1 && only.state === 'accepted' ? `/compte/organisations/${only.organisationId}` : '/compte/organisations'
}
