import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { shownAs } from '#services/csv/sheet_form'
import { standSheet } from '#validators/fair/stand_sheet'

/** Every component in every state, to be looked at side by side. Only where the application is developed. */
export default class ComponentsController {
  async index({ view, session, i18n }: HttpContext) {
    session.flashMessages.merge({
      errors: ['wrong', 'wrongChoice', 'wrongText', 'wrongBox', 'wrongRadio'].map((field) => ({ field, message: i18n.t('dev.wrong') })),
      wrong: '2026-13-45',
    })
    const columns = shownAs(['Stand', 'Créneaux', 'Limite'], standSheet, i18n)
    const documents = FILES.map((file, id) => ({ ...file, id, path: '/dev/components', createdAt: DateTime.now() }))
    const openings = [{ documentId: 0, name: 'Maud Moreau', at: new Date() }]
    const preview = { ...PREVIEW, ...columns }
    return view.render('pages/dev/components/index', { sheet: standSheet, staged: STAGED, preview, documents, openings })
  }
}

const FILES = [
  { name: 'CV.pdf', purpose: 'cv', type: 'pdf', bytes: 182_344, width: null, isViewable: true },
  {
    name: 'Un nom de fichier vraiment très long, comme on en écrit parfois.jpg',
    purpose: 'photo',
    type: 'jpg',
    bytes: 4_182_344,
    width: 800,
  },
]

const STAGED = { id: 0, fileName: 'stands.csv', ignored: ['Ville'] }

const wrong = [{ column: 'slots', rule: 'range', meta: { min: 1, max: 50 } }]

const PREVIEW = {
  state: 'open',
  counts: { new: 1, known: 1, wrong: 1 },
  earlier: null,
  filters: { show: 'all', page: 1 },
  lines: {
    rows: [
      { line: 2, outcome: 'new', cells: [], values: { name: 'Hooli', slots: 2, queueLimit: 30 }, issues: [] },
      { line: 3, outcome: 'known', cells: [], values: { name: 'Acme', slots: 1, queueLimit: null }, issues: [] },
      { line: 4, outcome: 'wrong', cells: ['Initech', '0', ''], values: null, issues: wrong },
    ],
    total: 3,
    page: 1,
    pages: 1,
  },
}
