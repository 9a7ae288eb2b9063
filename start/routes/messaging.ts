import router from '@adonisjs/core/services/router'
import { mailsAreShown } from '#config/deliveries'
import { controllers } from '#generated/controllers'
import { middleware, page, region } from '#start/kernel'

const { messaging } = controllers
const unreferred = middleware.unreferred()
const id = { match: /^[1-9]\d{0,14}$/, cast: Number }

router
  .group(() => {
    router.get('notifications', [messaging.Notifications, 'index']).as('notifications.index')
    router.post('notifications/readings', [messaging.notifications.Readings, 'store']).as('all_readings.store')
    router.post('news/:id/reading', [messaging.Readings, 'store']).as('readings.store')
    router.get('preferences', [messaging.Preferences, 'edit']).as('preferences.edit')
    router.put('preferences', [messaging.Preferences, 'update']).as('preferences.update')
    router.delete('push-subscriptions/:id', [messaging.PushSubscriptions, 'destroy']).as('push_subscriptions.destroy')
  })
  .prefix('/messages')
  .as('messaging')
  .where('id', id)
  .use([...page(), middleware.auth()])

/* With an account, or as somebody without who is at a fair. */
router.post('/messages/push-subscriptions', [messaging.PushSubscriptions, 'store']).as('messaging.push_subscriptions.store').use(page())

/* What those pages, and all the others, refetch by themselves. */
router
  .group(() => {
    router.get('news/region', [messaging.News, 'index']).as('news.index')
    router.get('notifications/region', [messaging.notifications.Regions, 'index']).as('notifications.region')
  })
  .prefix('/messages')
  .as('messaging')
  .use([...region(), middleware.auth()])

router
  .get('/admin/deliveries', [messaging.Deliveries, 'index'])
  .as('messaging.deliveries.index')
  .use([...page(), middleware.auth()])

/* Whoever can read these pages can read the links that were sent to others: elsewhere they do not exist. */
if (mailsAreShown)
  router
    .group(() => {
      router.get('/', [messaging.Mails, 'index']).as('index')
      router.get('templates/:domain/:name', [messaging.mails.Templates, 'show']).as('templates.show')
      router.get(':id', [messaging.Mails, 'show']).as('show')
    })
    .prefix('/dev/mails')
    .as('messaging.mails')
    .where('id', id)
    .use(page())
/* The way out of mails: its button, and the mail programs that press it, have neither session nor token. */
router
  .group(() => {
    router
      .get('unsubscriptions/:token', [messaging.Unsubscriptions, 'show'])
      .as('unsubscriptions.show')
      .use([...page(), unreferred])
    router
      .post('unsubscriptions/:token', [messaging.Unsubscriptions, 'store'])
      .as('unsubscriptions.store')
      .use([...region(), unreferred])
  })
  .prefix('/messages')
  .as('messaging')
