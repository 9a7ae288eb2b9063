import { makeFirstAdmin } from '#models/accounts/first_run'
import type { Registration } from '#models/accounts/registration'
import type SecretLink from '#models/accounts/secret_link'
import Setting from '#models/monitoring/setting'
import { type Act, within } from '#models/mixins/act'
import { editionOf, refreshSettings } from '#services/settings'

/**
 * The installation gets its name and its first administrator, together.
 * @returns null when somebody was quicker
 */
export async function setUp(link: SecretLink, { name, ...person }: Registration & { name: string }, act: Act) {
  const admin = await within(act, async (trx) => {
    const made = await makeFirstAdmin(link, person, { ...act, trx })
    if (made) await Setting.change('instance', { name }, editionOf('instance'), { at: act.at, by: { ...act.by, id: made.id }, trx })
    return made
  })
  await refreshSettings()
  return admin
}
