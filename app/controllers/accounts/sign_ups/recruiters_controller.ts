import type { HttpContext } from '@adonisjs/core/http'
import { Refusal } from '#exceptions/refusal'
import Organisation from '#models/accounts/organisation'
import type User from '#models/accounts/user'
import type { Act } from '#models/mixins/act'
import { localPath } from '#services/answers'
import { signUp } from '#services/signing_up'
import { recruiterValidator } from '#validators/accounts/user'
import { asIds, asWords } from '#validators/filters'

/** A recruiter says first where they work: an organisation that is there, or a new one. */
export default class RecruitersController {
  async create({ view, request }: HttpContext) {
    const next = localPath(request.input('next'))
    const [id] = asIds(request.input('organisation'))
    const organisation = id ? await joinable(id) : null
    const [name, words] = [asWords(request.input('name')), asWords(request.input('q'))]
    if (organisation || name) return view.render('pages/accounts/sign_ups/recruiter', { next, organisation, name })
    return view.render('pages/accounts/sign_ups/where', { next, words, matches: await Organisation.named(words) })
  }

  async store(ctx: HttpContext) {
    const { department, organisationId, organisation: name, ...values } = await ctx.request.validateUsing(recruiterValidator)
    const known = organisationId ? await joinable(organisationId) : null
    if (organisationId && !known) throw new Refusal('accounts.refusals.organisation_gone', {}, { status: 422, field: 'organisation' })
    const begin = (user: User, own: Act) =>
      known ? known.askToJoin(user, { department }, own) : Organisation.found({ name: name! }, user, { department }, own)
    return signUp(ctx, values, begin)
  }
}

/** The same for everybody: whether the address of the form is known is not seen in what follows. */
async function joinable(id: number) {
  return Organisation.query().where({ id, stopped: false }).first()
}
