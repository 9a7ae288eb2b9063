import type { ApplicationService } from '@adonisjs/core/types'
import type { ShieldConfig } from '@adonisjs/shield/types'

/** The package's provider makes its middleware, and imports Edge, again for each request; it keeps nothing of any, so one serves all. */
export default class ShieldProvider {
  constructor(protected app: ApplicationService) {}

  async register() {
    const { default: ShieldMiddleware } = await import('@adonisjs/shield/shield_middleware')
    this.app.container.singleton(ShieldMiddleware, async () => {
      const [{ default: edge }, encryption] = await Promise.all([import('edge.js'), this.app.container.make('encryption')])
      return new ShieldMiddleware(this.app.config.get<ShieldConfig>('shield'), encryption.use(), edge)
    })
  }
}
