import type { HttpContext } from '@adonisjs/core/http'
import { settings } from '#services/settings'
import { speak } from '#services/speech'

/** What a telephone needs to put the application among the others. */
export default class ManifestsController {
  async show(ctx: HttpContext) {
    speak(ctx)
    const { name } = settings()
    const manifest = {
      id: '/',
      name,
      short_name: name.slice(0, 12).trim(),
      lang: ctx.i18n.locale,
      dir: 'ltr',
      start_url: '/',
      scope: '/',
      display: 'standalone',
      background_color: '#faf9f7',
      theme_color: '#3c3bb3',
      icons: [icon('icon-192', 192), icon('icon-512', 512), icon('maskable-512', 512, 'maskable')],
    }
    const { response } = ctx
    return response.header('Cache-Control', 'private, no-cache').type('application/manifest+json').send(JSON.stringify(manifest))
  }
}

function icon(name: string, size: number, purpose = 'any') {
  return { src: `/icons/${name}.png`, sizes: `${size}x${size}`, type: 'image/png', purpose }
}
