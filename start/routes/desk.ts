/* What the people of a stand do on their screen, beside what start/routes/fair.ts has. */
import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware, page } from '#start/kernel'

const { fair } = controllers

/** An identifier that fits in the database; anything else is an address that does not exist. */
const id = { match: /^[1-9]\d{0,14}$/, cast: Number }

router
  .group(() => {
    router.post('closures', [fair.stands.Closures, 'store']).as('stand_closures.store')
    router.post('entries/:entry/interview', [fair.entries.Interviews, 'store']).as('entry_interviews.store')
    router.post('entries/:entry/call', [fair.entries.Calls, 'store']).as('entry_calls.store')
    router.post('entries/:entry/absence', [fair.entries.Absences, 'store']).as('absences.store')
    router.delete('entries/:entry/absence', [fair.entries.Absences, 'destroy']).as('absences.destroy')
    router.put('entries/:entry/note', [fair.entries.Notes, 'update']).as('notes.update')
    router.get('notes/export', [fair.stands.notes.Exports, 'show']).as('note_exports.show')
  })
  .prefix('/salon/:slug/stands/:id')
  .as('fair')
  .where('id', id)
  .where('entry', id)
  .use([...page(), middleware.fair()])
