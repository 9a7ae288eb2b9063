import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware, page } from '#start/kernel'

const { accounts } = controllers

router
  .group(() => {
    router
      .group(() => {
        router.get('users/create', [accounts.Users, 'create']).as('users.create')
        router.get('candidates/create', [accounts.signUps.Candidates, 'create']).as('candidate_sign_ups.create')
        router.post('candidates', [accounts.signUps.Candidates, 'store']).as('candidate_sign_ups.store')
        router.get('recruiters/create', [accounts.signUps.Recruiters, 'create']).as('recruiter_sign_ups.create')
        router.post('recruiters', [accounts.signUps.Recruiters, 'store']).as('recruiter_sign_ups.store')
        router.get('providers/create', [accounts.signUps.Providers, 'create']).as('provider_sign_ups.create')
        router.post('providers', [accounts.signUps.Providers, 'store']).as('provider_sign_ups.store')
        router.get('verifications', [accounts.Verifications, 'index']).as('address_proofs.index')
        router.post('verifications', [accounts.Verifications, 'store']).as('address_proofs.store')
        router.get('sign-ins/create', [accounts.SignIns, 'create']).as('sign_ins.create')
        router.post('sign-ins', [accounts.SignIns, 'store']).as('sign_ins.store')
      })
      .use(middleware.guest())

    router
      .group(() => {
        router.get('verifications/:token', [accounts.Verifications, 'show']).as('address_proofs.show')
        router.put('verifications/:token', [accounts.Verifications, 'update']).as('address_proofs.update')
        router.get('resets/create', [accounts.Resets, 'create']).as('resets.create')
        router.get('resets', [accounts.Resets, 'index']).as('resets.index')
        router.post('resets', [accounts.Resets, 'store']).as('resets.store')
        router.get('resets/:token', [accounts.Resets, 'show']).as('resets.show')
        router.put('resets/current', [accounts.Resets, 'update']).as('resets.update')
      })
      .use(middleware.unreferred())

    router.delete('sign-ins/current', [accounts.SignIns, 'destroy']).as('sign_ins.destroy')
    router.put('preferences', [accounts.Preferences, 'update']).as('preferences.update')
  })
  .prefix('/compte')
  .as('accounts')
  .use(page())
