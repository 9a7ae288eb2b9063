import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware, page, region } from '#start/kernel'

const { organisations, ...accounts } = controllers.accounts
const id = { match: /^[1-9]\d{0,14}$/, cast: Number }
const kind = /^(organisations|providers)$/
const mine = () => middleware.organisation()
const members = () => middleware.organisation({ moderated: true })

router
  .group(() => {
    router.get('organisations', [accounts.Organisations, 'index']).as('organisations.index')
    router.get('organisations/create', [accounts.Organisations, 'create']).as('organisations.create')
    router.post('organisations', [accounts.Organisations, 'store']).as('organisations.store')
    router.get('organisations/:id', [accounts.Organisations, 'show']).as('organisations.show').use(mine())
    router.get('organisations/:id/edit', [accounts.Organisations, 'edit']).as('organisations.edit').use(mine())
    router.put('organisations/:id', [accounts.Organisations, 'update']).as('organisations.update').use(mine())
    router.post('organisations/:id/submissions', [organisations.Submissions, 'store']).as('submissions.store').use(mine())

    router.get('organisations/:id/memberships/create', [organisations.Memberships, 'create']).as('memberships.create')
    router.post('organisations/:id/memberships', [organisations.Memberships, 'store']).as('memberships.store')
    router.delete('memberships/:id', [accounts.Memberships, 'destroy']).as('own_memberships.destroy')
    router
      .group(() => {
        router.delete('/', [organisations.Memberships, 'destroy']).as('memberships.destroy')
        router.post('acceptance', [organisations.memberships.Acceptances, 'store']).as('acceptances.store')
        router.get('refusal/create', [organisations.memberships.Refusals, 'create']).as('membership_refusals.create')
        router.post('refusal', [organisations.memberships.Refusals, 'store']).as('membership_refusals.store')
        router.post('ownership', [organisations.memberships.Ownerships, 'store']).as('ownerships.store')
        router.delete('ownership', [organisations.memberships.Ownerships, 'destroy']).as('ownerships.destroy')
      })
      .prefix('organisations/:id/memberships/:membership')
      .use(members())

    router.get('provider', [accounts.Providers, 'show']).as('providers.show')
    router.post('provider', [accounts.Providers, 'store']).as('providers.store')
    router.get('provider/edit', [accounts.Providers, 'edit']).as('providers.edit')
    router.put('provider', [accounts.Providers, 'update']).as('providers.update')
    router.post('provider/submissions', [accounts.providers.Submissions, 'store']).as('provider_submissions.store')
  })
  .prefix('/compte')
  .as('accounts')
  .where('id', id)
  .where('membership', id)
  .use([...page(), middleware.auth()])

router
  .group(() => {
    router.get('/', [accounts.Verifiables, 'index']).as('verifiables.index')
    router
      .group(() => {
        router.get('/', [accounts.Verifiables, 'show']).as('verifiables.show')
        router.post('verification', [accounts.verifiables.Verifications, 'store']).as('verifications.store')
        router.post('refusal', [accounts.verifiables.Refusals, 'store']).as('refusals.store')
        router.delete('refusal', [accounts.verifiables.Refusals, 'destroy']).as('refusals.destroy')
        router.post('suspension', [accounts.verifiables.Suspensions, 'store']).as('suspensions.store')
        router.delete('suspension', [accounts.verifiables.Suspensions, 'destroy']).as('suspensions.destroy')
      })
      .prefix(':id')
      .use(middleware.verifiable())
  })
  .prefix('/admin/:kind')
  .as('accounts')
  .where('kind', kind)
  .where('id', id)
  .use([...page(), middleware.auth()])

router
  .group(() => {
    router.get('edit', [organisations.Corrections, 'edit']).as('corrections.edit')
    router.put('/', [organisations.Corrections, 'update']).as('corrections.update')
  })
  .prefix('/admin/organisations/:id')
  .as('accounts')
  .where('id', id)
  .use([...page(), middleware.auth()])

/* What those pages refetch by themselves. */
router
  .group(() => {
    router.get('compte/organisations/region', [organisations.Regions, 'index']).as('places')
    router.get('compte/organisations/:id/region', [organisations.Regions, 'show']).as('organisations').use(mine())
    router.get('compte/provider/region', [accounts.providers.Regions, 'show']).as('providers')
    router.get('admin/:kind/region', [accounts.verifiables.Regions, 'index']).as('queues')
    router.get('admin/:kind/:id/region', [accounts.verifiables.Regions, 'show']).as('verifiables').use(middleware.verifiable())
  })
  .as('accounts.regions')
  .where('id', id)
  .where('kind', kind)
  .use([...region(), middleware.auth()])
