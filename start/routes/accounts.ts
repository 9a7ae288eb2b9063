import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware, page } from '#start/kernel'

/** An identifier that fits in the database; anything else is an address that does not exist. */
const id = { match: /^[1-9]\d{0,14}$/, cast: Number }

router
  .group(() => {
    router
      .group(() => {
        router.get('users/create', [controllers.accounts.Users, 'create']).as('users.create')
        router.post('users', [controllers.accounts.Users, 'store']).as('users.store')
        router.get('sign-ins/create', [controllers.accounts.SignIns, 'create']).as('sign_ins.create')
        router.post('sign-ins', [controllers.accounts.SignIns, 'store']).as('sign_ins.store')
      })
      .use(middleware.guest())

    router.get('/', [controllers.accounts.Accounts, 'show']).as('accounts.show').use(middleware.auth())
    router.delete('sign-ins/current', [controllers.accounts.SignIns, 'destroy']).as('sign_ins.destroy')
    router.put('preferences', [controllers.accounts.Preferences, 'update']).as('preferences.update')
  })
  .prefix('/compte')
  .as('accounts')
  .use(page())

router
  .group(() => {
    router.get('/', [controllers.accounts.SignIns, 'index']).as('sign_ins.index')
    router.delete('others', [controllers.accounts.signIns.Others, 'destroy']).as('other_sign_ins.destroy')
    router.post(':id/ending', [controllers.accounts.signIns.Endings, 'store']).as('sign_in_endings.store')
  })
  .prefix('/compte/sign-ins')
  .as('accounts')
  .where('id', id)
  .use([...page(), middleware.auth()])

router
  .group(() => {
    router.get('/', [controllers.accounts.Users, 'index']).as('users.index')
    router.get(':id', [controllers.accounts.Users, 'show']).as('users.show')
    router.post(':id/roles', [controllers.accounts.users.Roles, 'store']).as('roles.store')
    router.delete(':id/roles/:role', [controllers.accounts.users.Roles, 'destroy']).as('roles.destroy')
    router.post(':id/block', [controllers.accounts.users.Blocks, 'store']).as('blocks.store')
    router.delete(':id/block', [controllers.accounts.users.Blocks, 'destroy']).as('blocks.destroy')
  })
  .prefix('/admin/users')
  .as('accounts')
  .where('id', id)
  .where('role', id)
  .use([...page(), middleware.auth()])
