import type { HttpContext } from '@adonisjs/core/http'
import type { Locale } from '#config/instance'
import Setting from '#models/monitoring/setting'
import AdminPolicy from '#policies/monitoring/admin_policy'
import { done } from '#services/answers'
import { editionOf } from '#services/settings'
import { settingLines } from '#services/settings/words'
import { wordsOf } from '#services/speech'
import { GROUPS, settingsFrom } from '#validators/monitoring/settings'

/** What this installation says of itself, group by group. */
export default class SettingsController {
  async index({ view, bouncer, i18n }: HttpContext) {
    await bouncer.with(AdminPolicy).authorize('run')
    const words = wordsOf(i18n.locale as Locale)
    const groups = GROUPS.map((group) => ({ group, lines: settingLines(group, words) }))
    return view.render('pages/monitoring/settings/index', { groups, changes: await Setting.lastChanges() })
  }

  async edit({ view, params, bouncer, i18n }: HttpContext) {
    await bouncer.with(AdminPolicy).authorize('run')
    const { group } = params
    const lines = settingLines(group, wordsOf(i18n.locale as Locale))
    return view.render('pages/monitoring/settings/edit', { group, lines, edition: editionOf(group) })
  }

  async update(ctx: HttpContext) {
    await ctx.bouncer.with(AdminPolicy).authorize('run')
    const { group } = ctx.params
    await Setting.change(group, settingsFrom(group, ctx), String(ctx.request.input('edition')), ctx.viewer.act())
    return done(ctx, 'monitoring.settings.saved', {}, '/admin/settings')
  }

  async destroy(ctx: HttpContext) {
    await ctx.bouncer.with(AdminPolicy).authorize('run')
    await Setting.reset(ctx.params.group, ctx.viewer.act())
    return done(ctx, 'monitoring.settings.reset', {}, '/admin/settings')
  }
}
