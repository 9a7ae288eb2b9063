/* What those who run a fair prepare before it: the fair, its stands, its people, its papers. */
import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware, page, upload } from '#start/kernel'

const { fair } = controllers

/** An identifier that fits in the database; anything else is an address that does not exist. */
const id = { match: /^[1-9]\d{0,14}$/, cast: Number }

router
  .group(() => {
    router.get('setup', [fair.Setups, 'show']).as('setups.show')
    router.post('archive', [fair.Archives, 'store']).as('archives.store')
    router.delete('archive', [fair.Archives, 'destroy']).as('archives.destroy')
    router.get('copies/create', [fair.Copies, 'create']).as('copies.create')
    router.post('copies', [fair.Copies, 'store']).as('copies.store')

    router.get('stands', [fair.Stands, 'index']).as('stands.index')
    router.delete('stands/:id', [fair.Stands, 'destroy']).as('stands.destroy')
    router.get('posters', [fair.Posters, 'index']).as('posters.index')
    router.get('stands/:id/poster', [fair.Posters, 'show']).as('posters.show')
    router.get('cards', [fair.Cards, 'index']).as('cards.index')
    router.get('stands/:id/card', [fair.Cards, 'show']).as('cards.show')
    router.get('paper', [fair.Papers, 'show']).as('papers.show')

    router.get('registrations/create', [fair.Registrations, 'create']).as('registrations.create')
    router.post('registrations', [fair.Registrations, 'store']).as('registrations.store')
    router.get('attendees/:id/edit', [fair.Attendees, 'edit']).as('attendees.edit')
    router.put('attendees/:id', [fair.Attendees, 'update']).as('attendees.update')
    router.post('attendees/:id/interviews', [fair.attendees.Interviews, 'store']).as('attendee_interviews.store')
    router.get('attendees/:id/link', [fair.attendees.Links, 'show']).as('attendee_links.show')
    router.post('attendees/:id/link', [fair.attendees.Links, 'store']).as('attendee_links.store')
    router.delete('attendees/:id/link', [fair.attendees.Links, 'destroy']).as('attendee_links.destroy')
    router.get('attendees/imports/create', [fair.attendees.Imports, 'create']).as('attendee_imports.create')
    router.get('attendees/imports/:id', [fair.attendees.Imports, 'show']).as('attendee_imports.show')
    router.delete('attendees/imports/:id', [fair.attendees.Imports, 'destroy']).as('attendee_imports.destroy')
    router.post('attendees/imports/:id/confirmation', [fair.attendees.imports.Confirmations, 'store']).as('attendee_confirmations.store')
    router.get('attendees/imports/:id/errors', [fair.attendees.imports.Errors, 'show']).as('attendee_errors.show')
  })
  .prefix('/salon/:slug')
  .as('fair')
  .where('id', id)
  .use([...page(), middleware.auth(), middleware.fair()])

/* By whoever works at the stand, with or without an account. */
router
  .put('/salon/:slug/stands/:id/slots', [fair.stands.Slots, 'update'])
  .as('fair.stand_slots.update')
  .where('id', id)
  .use([...page(), middleware.fair()])

router
  .post('/salon/:slug/attendees/imports', [fair.attendees.Imports, 'store'])
  .as('fair.attendee_imports.store')
  .use([...upload(), middleware.fair()])
