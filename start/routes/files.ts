import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { handIn, middleware, page } from '#start/kernel'

const { files } = controllers
const ID = { match: /^[1-9]\d{0,14}$/, cast: Number }

router
  .group(() => {
    router.get('/', [files.Documents, 'index']).as('documents.index')
    router.delete('/:id', [files.Documents, 'destroy']).as('documents.destroy').where('id', ID)
    router.get('/:id', [files.Documents, 'show']).as('documents.show').where('id', ID)
  })
  .prefix('/compte/documents')
  .as('files')
  .use([...page(), middleware.auth()])

router.post('/compte/documents', [files.Documents, 'store']).as('files.documents.store').use(handIn())
router.put('/compte/documents/:id', [files.Documents, 'update']).as('files.documents.update').where('id', ID).use(handIn('file-:id'))
router
  .post('/compte/organisations/:id/documents', [files.organisations.Documents, 'store'])
  .as('files.organisation_documents.store')
  .where('id', ID)
  .use([...handIn(), middleware.organisation()])
