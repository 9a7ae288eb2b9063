import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware, page } from '#start/kernel'

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
