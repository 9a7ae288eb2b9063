import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware, page, region } from '#start/kernel'

const { messaging } = controllers

router
  .get('/messages/news/region', [messaging.News, 'index'])
  .as('messaging.news.index')
  .use([...region(), middleware.auth()])

router
  .post('/messages/news/:id/reading', [messaging.Readings, 'store'])
  .as('messaging.readings.store')
  .where('id', { match: /^[1-9]\d{0,14}$/, cast: Number })
  .use([...page(), middleware.auth()])
