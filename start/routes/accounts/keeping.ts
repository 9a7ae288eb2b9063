import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware, page } from '#start/kernel'

const { accounts } = controllers

/** An identifier that fits in the database; anything else is an address that does not exist. */
const id = { match: /^[1-9]\d{0,14}$/, cast: Number }

router
  .group(() => {
    router.get('/', [accounts.Accounts, 'show']).as('accounts.show')
    router.get('profile', [accounts.Profiles, 'edit']).as('profiles.edit')
    router.put('profile', [accounts.Profiles, 'update']).as('profiles.update')
    router.get('email', [accounts.Emails, 'show']).as('emails.show')
    router.post('email/changes', [accounts.emails.Changes, 'store']).as('email_changes.store')
    router.delete('email/changes/current', [accounts.emails.Changes, 'destroy']).as('email_changes.destroy')
    router.post('email/verifications', [accounts.emails.Verifications, 'store']).as('email_verifications.store')
    router.get('password', [accounts.Passwords, 'edit']).as('passwords.edit')
    router.put('password', [accounts.Passwords, 'update']).as('passwords.update')
    router.get('preferences', [accounts.Preferences, 'edit']).as('preferences.edit')
    router.get('deletion', [accounts.Deletions, 'show']).as('deletions.show')
    router.post('deletion', [accounts.Deletions, 'store']).as('deletions.store')
    router.delete('deletion', [accounts.Deletions, 'destroy']).as('deletions.destroy')
  })
  .prefix('/compte')
  .as('accounts')
  .use([...page(), middleware.auth()])

router
  .group(() => {
    router.get('/', [accounts.SignIns, 'index']).as('sign_ins.index')
    router.delete('others', [accounts.signIns.Others, 'destroy']).as('other_sign_ins.destroy')
    router.post(':id/ending', [accounts.signIns.Endings, 'store']).as('sign_in_endings.store')
  })
  .prefix('/compte/sign-ins')
  .as('accounts')
  .where('id', id)
  .use([...page(), middleware.auth()])
