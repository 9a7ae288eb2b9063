import { isHttps } from '#config/app'
import { defineConfig } from '@adonisjs/session'
import { DatabaseSessionStore } from '#services/session_store'

const sessionConfig = defineConfig({
  enabled: true,
  cookieName: 'tremplin',
  clearWithBrowser: true,
  age: '2h',
  cookie: { path: '/', httpOnly: true, secure: isHttps, sameSite: 'lax' },
  store: 'database',
  stores: { database: (_ctx, config) => new DatabaseSessionStore(config.age) },
})

export default sessionConfig
