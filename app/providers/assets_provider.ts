import ViteProvider from '@adonisjs/vite/vite_provider'

/** Tests look at what people will get: the built assets, under the real policy, not those of the development server. */
export default class AssetsProvider extends ViteProvider {
  override async start() {
    if (!this.#testing) await super.start()
  }

  override async shutdown() {
    if (!this.#testing) await super.shutdown()
  }

  get #testing() {
    return this.app.getEnvironment() === 'test'
  }
}
