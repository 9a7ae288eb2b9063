import { type Line, NOBODY, but, byAlice, byUsers, forUsers } from '#tests/support/access/who'
import type { World } from '#tests/support/world'

const page = () => '/compte/documents'
const cv = ({ cv }: World) => ({ id: cv.id })
const aText = new File(['Alice Durand\nDéveloppeuse\n'], 'cv.txt')

// prettier-ignore
export const FILES: Line[] = [
  { route: 'files.documents.index', method: 'GET', pattern: '/compte/documents', answers: forUsers },
  { route: 'files.documents.store', method: 'POST', pattern: '/compte/documents', answers: byUsers, form: () => ({ purpose: 'cv' }), file: aText, leads: page },
  { route: 'files.documents.show', method: 'GET', pattern: '/compte/documents/:id', answers: { page: ['attendee'], signIn: NOBODY, absent: but(['attendee'], NOBODY) }, params: cv },
  { route: 'files.documents.update', method: 'PUT', pattern: '/compte/documents/:id', answers: byAlice, params: cv, file: aText, leads: page },
  { route: 'files.documents.destroy', method: 'DELETE', pattern: '/compte/documents/:id', answers: byAlice, params: cv, leads: page },
  { route: 'files.organisation_documents.store', method: 'POST', pattern: '/compte/organisations/:id/documents', answers: { done: ['recruiter'], signIn: NOBODY, absent: but(['recruiter'], NOBODY) }, params: ({ hooli }) => ({ id: hooli.id }), form: () => ({ purpose: 'proof' }), file: new File(['%PDF-1.4\n%%EOF'], 'kbis.pdf'), leads: ({ hooli }) => hooli.path },
]
