import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware, page } from '#start/kernel'

const { accounts } = controllers

/** An identifier that fits in the database; anything else is an address that does not exist. */
const id = { match: /^[1-9]\d{0,14}$/, cast: Number }

router
  .group(() => {
    router.get('/', [accounts.Users, 'index']).as('users.index')
    router.get(':id', [accounts.Users, 'show']).as('users.show')
    router.post(':id/roles', [accounts.users.Roles, 'store']).as('roles.store')
    router.delete(':id/roles/:role', [accounts.users.Roles, 'destroy']).as('roles.destroy')
    router.post(':id/block', [accounts.users.Blocks, 'store']).as('blocks.store')
    router.delete(':id/block', [accounts.users.Blocks, 'destroy']).as('blocks.destroy')
  })
  .prefix('/admin/users')
  .as('accounts')
  .where('id', id)
  .where('role', id)
  .use([...page(), middleware.auth()])
