import type { HttpContext } from '@adonisjs/core/http'
import { preferenceSheet } from '#models/messaging/preference_sheet'
import { changePreferences, preferencesOf } from '#models/messaging/preferences'
import PushSubscription from '#models/messaging/push_subscription'
import { done } from '#services/answers'
import { settings } from '#services/settings'
import { vapidKeys } from '#services/vapid'
import { choicesOf } from '#validators/messaging/choices'
import { preferenceSettingsValidator } from '#validators/messaging/preferences'
import { pressed } from '#validators/pressed'

/** What a person is told, by which channels, and when. */
export default class PreferencesController {
  async edit({ view, viewer }: HttpContext) {
    const { id } = viewer.user!
    const [preferences, devices] = await Promise.all([preferencesOf(id), PushSubscription.of(id)])
    return view.render('pages/messaging/preferences/edit', {
      preferences,
      sheet: preferenceSheet(viewer, preferences),
      devices,
      pushKey: vapidKeys()?.publicKey,
      quiet: { from: settings().quietFrom, to: settings().quietTo },
    })
  }

  async update(ctx: HttpContext) {
    const { quietHours, digest } = await pressed(ctx.request.validateUsing(preferenceSettingsValidator))
    const settings = { quietHours: quietHours && quietHours === 'on', digest }
    await changePreferences(ctx.viewer.user!.id, settings, choicesOf(ctx.request), ctx.viewer.act())
    return done(ctx, 'messaging.preferences.saved', {}, '/messages/preferences')
  }
}
