import { assert } from '@japa/assert'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import testUtils from '@adonisjs/core/services/test_utils'
import { pluginAdonisJS } from '@japa/plugin-adonisjs'
import { spec } from '@japa/runner/reporters'
import type { Config } from '@japa/runner/types'
import { forgetAll } from '#services/known_users'
import { settled } from '#services/recurring'
import { memories } from '#services/remembered'
import { closeBrowser } from '#tests/support/pages'
import { summary } from '#tests/support/summary'

export const plugins: Config['plugins'] = [assert(), pluginAdonisJS(app)]

export const reporters: Config['reporters'] = { activated: ['spec', 'summary'], list: [spec(), summary()] }

export const runnerHooks: Required<Pick<Config, 'setup' | 'teardown'>> = { setup: [], teardown: [] }

/**
 * Three groups. Unit and functional tests undo what they write, each in one transaction. Committed tests need real
 * transactions, side by side: each makes a fair of its own. Browser tests drive a real browser.
 */
export const configureSuite: Config['configureSuite'] = (suite) => {
  if (suite.name !== 'unit') suite.setup(() => testUtils.httpServer().start())
  if (suite.name === 'browser') suite.teardown(() => closeBrowser())
  if (['unit', 'functional'].includes(suite.name)) {
    // The limiter keeps the connection that it is made with, which must not be that of a transaction about to be undone.
    let outside: ReturnType<typeof db.connection>
    suite.setup(async () => {
      await import('#start/limiter')
      outside = db.connection()
    })
    suite.onTest(({ title }) => {
      throw new Error(`« ${title} » is in no group: nothing would undo what it writes`)
    })
    suite.onGroup((group) => {
      group.each.setup(async () => {
        await outside.from('rate_limits').delete()
        const forget = memories()
        const undo = await (db.connectionGlobalTransactions.size > 0 ? savepoint() : testUtils.db().wrapInGlobalTransaction())
        return async () => {
          await settled()
          await undo()
          forget()
          forgetAll()
        }
      })
    })
  }
}

/** Inside the transaction of a group whose tests share a world (tests/support/shared.ts). */
async function savepoint() {
  await db.rawQuery('savepoint test')
  return async () => void (await db.rawQuery('rollback to savepoint test'))
}
