import type { HttpContext } from '@adonisjs/core/http'
import { ORGANISATION_PURPOSES } from '#config/files'
import Organisation from '#models/accounts/organisation'
import OrganisationPolicy from '#policies/accounts/organisation_policy'
import { done } from '#services/answers'
import { settings } from '#services/settings'
import { allow } from '#start/limiter'
import { foundingValidator, organisationValidator } from '#validators/accounts/organisation'
import { asWords } from '#validators/filters'

export default class OrganisationsController {
  async index({ view, request, viewer }: HttpContext) {
    const search = asWords(request.input('q'))
    const [places, found] = await Promise.all([viewer.user!.places(), Organisation.named(search)])
    return view.render('pages/accounts/organisations/index', { places, found, search })
  }

  async create({ view }: HttpContext) {
    return view.render('pages/accounts/organisations/create', { country: settings().country })
  }

  async store(ctx: HttpContext) {
    const { department, ...values } = await ctx.request.validateUsing(foundingValidator)
    const user = ctx.viewer.user!
    await allow('organisation', user.id)
    const organisation = await Organisation.found(values, user, { department }, ctx.viewer.act())
    return done(ctx, 'organisations.founded', { organisation: organisation.name }, organisation.path)
  }

  async show({ view, organisation, viewer }: HttpContext) {
    const [sheet, filed] = await Promise.all([organisation.sheetFor(viewer.user!), organisation.filed()])
    return view.render('pages/accounts/organisations/show', { ...sheet, filed, purposes: sheet.owns ? ORGANISATION_PURPOSES : [] })
  }

  async edit({ view, organisation, bouncer }: HttpContext) {
    await bouncer.with(OrganisationPolicy).authorize('own', organisation)
    return view.render('pages/accounts/organisations/edit')
  }

  async update(ctx: HttpContext) {
    const { organisation } = ctx
    await ctx.bouncer.with(OrganisationPolicy).authorize('own', organisation)
    await organisation.describe(await ctx.request.validateUsing(organisationValidator), ctx.viewer.act())
    return done(ctx, 'organisations.described', { organisation: organisation.name }, organisation.path)
  }
}
