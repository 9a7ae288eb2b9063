import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { aFair, aStand, aStandImport, anAttendee, byNobody } from '#database/factories/fair/fairs'
import { drawToken } from '#models/accounts/secret_link'
import { attendeeImport } from '#models/fair/attendee_import'
import type Fair from '#models/fair/fair'
import { standImport } from '#models/fair/stand_import'
import Import from '#models/files/import'
import type { Act } from '#models/mixins/act'

const MANY = 3000

async function manyPeople(fair: Fair) {
  const lines = Array.from({ length: MANY }, (_, n) => {
    const values = { givenName: 'Yves', familyName: `Le Gall ${n}`, email: n % 2 ? `yves${n}@example.net` : null, phone: null }
    return { line: n + 2, cells: [values.familyName, values.givenName, values.email ?? ''], values, issues: [] }
  })
  const reading = { headers: ['Nom', 'Prénom', 'E-mail'], ignored: [], lines }
  return Import.stage(attendeeImport(fair), { name: 'people.csv', digest: Buffer.alloc(32, 'many') }, reading, byNobody())
}

const confirmations: Record<string, (fair: Fair) => Promise<(act: Act) => Promise<number>>> = {
  [`of ${MANY} people`]: async (fair) => {
    const staged = await manyPeople(fair)
    return (act) => staged.confirm(attendeeImport(fair), act)
  },
  'of stands': async (fair) => {
    const staged = await aStandImport(fair, ['Hooli', 'Umbrella'])
    return (act) => staged.confirm(standImport(fair), act)
  },
}

test.group('While a file is being written, and nothing of it is committed', () => {
  for (const [what, begin] of Object.entries(confirmations))
    test(`whoever joins waits for no import ${what}`, async ({ assert }) => {
      const fair = await aFair()
      const stand = await aStand(fair, { name: 'Acme', slots: 1 })
      const people = await Promise.all([anAttendee(fair, 'Alice'), anAttendee(fair, 'Bob')])
      const confirm = await begin(fair)
      const writing = await db.transaction()
      const added = await confirm({ ...byNobody(), trx: writing })
      for (const one of people) await stand.join(one, byNobody())
      await stand.startInterview(people[0], byNobody())
      const guest = await fair.welcome(stand, { token: drawToken(), givenName: 'Zoé', familyName: 'Martin' }, null, byNobody())
      await guest.guestLink(byNobody())
      const here = () => db.from(what === 'of stands' ? 'stands' : 'attendees').where('fair_id', fair.id)
      const before = (await here()).length
      await writing.commit()
      assert.lengthOf(await here(), before + added)
    })
})
