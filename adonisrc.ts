import { indexEntities } from '@adonisjs/core'
import { defineConfig } from '@adonisjs/core/app'

export default defineConfig({
  directories: { commands: 'app/commands', providers: 'app/providers' },

  commands: [() => import('@adonisjs/core/commands'), () => import('@adonisjs/lucid/commands'), () => import('@adonisjs/bouncer/commands')],

  providers: [
    () => import('@adonisjs/core/providers/app_provider'),
    () => import('@adonisjs/core/providers/hash_provider'),
    { file: () => import('@adonisjs/core/providers/repl_provider'), environment: ['repl', 'test'] },
    () => import('@adonisjs/core/providers/vinejs_provider'),
    () => import('@adonisjs/core/providers/edge_provider'),
    () => import('@adonisjs/session/session_provider'),
    () => import('#providers/assets_provider'),
    () => import('#providers/shield_provider'),
    () => import('@adonisjs/static/static_provider'),
    // Before Lucid's: the database must answer when Lucid first asks it something.
    () => import('#providers/embedded_postgres_provider'),
    () => import('@adonisjs/lucid/database_provider'),
    () => import('@adonisjs/auth/auth_provider'),
    () => import('@adonisjs/bouncer/bouncer_provider'),
    () => import('@adonisjs/i18n/i18n_provider'),
    () => import('@adonisjs/limiter/limiter_provider'),
    () => import('@adonisjs/drive/drive_provider'),
    () => import('@adonisjs/transmit/transmit_provider'),
    () => import('@adonisjs/mail/mail_provider'),
    () => import('adonisjs-scheduler/scheduler_provider'),
    () => import('#providers/installation_provider'),
    () => import('#providers/settings_provider'),
    () => import('#providers/live_provider'),
    { file: () => import('#providers/tasks_provider'), environment: ['web'] },
    // Before the deliveries, which ask each channel whether it is open.
    { file: () => import('#providers/push_provider'), environment: ['web', 'test'] },
    { file: () => import('#providers/deliveries_provider'), environment: ['web'] },
    { file: () => import('#providers/calls_provider'), environment: ['web'] },
    { file: () => import('#providers/postes_provider'), environment: ['web', 'test'] },
  ],

  preloads: [
    () => import('#start/view'),
    () => import('#start/routes'),
    () => import('#start/kernel'),
    () => import('#start/transmit'),
    { file: () => import('#start/scheduler'), environment: ['web', 'test'] },
  ],

  tests: {
    suites: [
      { name: 'unit', files: ['tests/unit/**/*.spec.ts'], timeout: 20_000 },
      { name: 'functional', files: ['tests/functional/**/*.spec.ts'], timeout: 20_000 },
      { name: 'committed', files: ['tests/committed/**/*.spec.ts'], timeout: 60_000 },
      { name: 'browser', files: ['tests/browser/**/*.spec.ts'], timeout: 60_000 },
    ],
    forceExit: false,
  },

  metaFiles: [
    { pattern: 'resources/views/**/*.edge', reloadServer: false },
    { pattern: 'resources/lang/**/*.json', reloadServer: false },
    { pattern: 'resources/legal/**/*.md', reloadServer: false },
    { pattern: 'public/**', reloadServer: false },
    { pattern: 'bin/*.js', reloadServer: false },
    { pattern: '.npmrc', reloadServer: false },
  ],

  hooks: {
    init: [indexEntities()],
    buildStarting: [() => import('@adonisjs/vite/build_hook')],
  },
})
