import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { aStandImport, byNobody } from '#database/factories/fair/fairs'
import Fair from '#models/fair/fair'
import Import from '#models/files/import'
import { sweep } from '#services/sweeper'
import { Agent } from '#tests/support/agent'
import { fieldOf, textOf, toastOf } from '#tests/support/html'
import { everyRow } from '#tests/support/rows'
import { later, withClock } from '#tests/support/time'

const CREATE = '/salon/forum/stands/imports/create'

async function send(agent: Agent, content: string | Buffer, name = 'stands.csv') {
  return agent.post('/salon/forum/stands/imports', { file: new File([new Uint8Array(Buffer.from(content))], name), _back: CREATE })
}

async function standsOf(fair: Fair) {
  const stands = await fair.related('stands').query().orderBy('id')
  return stands.map(({ name, slots, queueLimit }) => [name, slots, queueLimit])
}

const forum = () => Fair.findByOrFail('slug', 'forum')
const BEFORE = [
  ['Acme', 1, null],
  ['Globex', 2, null],
]

test.group('A file of stands that Odile sends', () => {
  test('is shown line by line, and nothing of it is written until she confirms', async ({ assert }) => {
    const odile = await Agent.as('odile')
    const { location } = await send(
      odile,
      Buffer.from('Entreprise;Créneaux;Ville\r\nHôtel;3;Lyon\r\nACME;1;\r\nx;0;\r\nHÔTEL;;\r\n', 'latin1')
    )
    assert.deepEqual(await standsOf(await forum()), BEFORE)
    const page = textOf((await odile.get(location!)).body)
    assert.include(page, 'À ajouter 1 Déjà là 1 En erreur 2')
    assert.include(page, '2 Sera ajoutée Hôtel 3')
    assert.include(page, '3 Déjà là ACME 1')
    assert.include(page, 'indiquez un nombre entre 1 et 50.')
    assert.include(page, 'Déjà à la ligne 2 de ce fichier.')
    assert.include(page, 'Colonnes non reprises : Ville.')

    const done = await odile.post(`${location}/confirmation`)
    assert.equal(done.location, '/salon/forum/stands')
    assert.equal(toastOf((await odile.get('/salon/forum/stands')).body), '1 stand est ajouté.')
    assert.deepEqual(await standsOf(await forum()), [...BEFORE, ['Hôtel', 3, null]])
    const hotel = await (await forum()).related('stands').query().where('name', 'Hôtel').firstOrFail()
    assert.isNotNull(await hotel.link())
    const told = await db.from('audit_events').where('action', 'files.import.confirmed').firstOrFail()
    assert.deepEqual([told.fair_id, told.changes], [(await forum()).id, { kind: 'stands', added: 1 }])
  })

  test('creates nothing twice, sent again or confirmed again', async ({ assert }) => {
    const odile = await Agent.as('odile')
    const file = 'Entreprise\nHooli\nInitech\n'
    const first = await send(odile, file)
    for (let n = 0; n < 2; n++) await odile.post(`${first.location}/confirmation`)
    const names = [...BEFORE, ['Hooli', 1, null], ['Initech', 1, null]]
    assert.deepEqual(await standsOf(await forum()), names)
    const again = await send(odile, file)
    const page = textOf((await odile.get(again.location!)).body)
    assert.include(page, 'À ajouter 0 Déjà là 2 En erreur 0')
    assert.include(page, 'Ce même fichier a déjà été importé : aujourd’hui')
    await odile.post(`${again.location}/confirmation`)
    assert.deepEqual(await standsOf(await forum()), names)
    assert.include(textOf((await odile.get(first.location!)).body), 'Cet import est fait 2 lignes ont été ajoutées.')
  })

  test('adds what is still missing when somebody was quicker', async ({ assert }) => {
    const fair = await forum()
    const staged = await aStandImport(fair, ['Hooli', 'Initech'])
    await fair.addStand({ name: 'hooli' }, byNobody())
    await (await Agent.as('odile')).post(`/salon/forum/stands/imports/${staged.id}/confirmation`)
    assert.deepEqual(
      (await standsOf(fair)).map(([name]) => name),
      ['Acme', 'Globex', 'hooli', 'Initech']
    )
  })

  test('given up, it can no longer be confirmed, and its lines are gone', async ({ assert }) => {
    const staged = await aStandImport(await forum())
    const odile = await Agent.as('odile')
    const path = `/salon/forum/stands/imports/${staged.id}`
    await odile.delete(path)
    const before = await everyRow()
    assert.equal((await odile.post(`${path}/confirmation`, {}, { json: true })).status, 409)
    assert.deepEqual(await everyRow(), before)
    assert.include(textOf((await odile.get(path)).body), 'Cet import est abandonné')
    assert.isEmpty(await db.from('import_lines').where('import_id', staged.id))
  })

  test('gives its wrong lines back as a file, to be corrected and sent again', async ({ assert }) => {
    const odile = await Agent.as('odile')
    const { location } = await send(odile, 'Entreprise;Ville;Limite\n=Hooli;Lyon;x\nInitech;Nice;\n')
    const { body, headers } = await odile.get(`${location}/errors`)
    assert.match(headers.get('content-disposition')!, /^attachment; filename="Lignes en erreur\.csv"/)
    assert.equal(
      body.replace(/\s(?=[:»])|(?<=«)\s/g, ' '),
      `Entreprise;Ville;Limite;Erreurs\r\n'=Hooli;Lyon;x;« Limite de la file » : indiquez un nombre.\r\n`
    )
    const again = await send(odile, body.replace(';x;', ';4;'))
    const page = textOf((await odile.get(again.location!)).body)
    assert.include(page, '2 Sera ajoutée =Hooli 1 4')
    assert.include(page, 'Colonnes non reprises : Ville.')
  })

  test('comes back as a sentence beside the field when it is none', async ({ assert }) => {
    const odile = await Agent.as('odile')
    const before = await everyRow()
    const refusals: [string | Buffer, string][] = [
      ['Ville\nLyon\n', 'Colonne manquante : Entreprise.'],
      [Buffer.alloc(5 * 1024 * 1024 + 1, 'x'), 'Ce fichier dépasse 5 Mo.'],
      [Buffer.from('PK\u0003\u0004'), 'Ce fichier est un classeur'],
    ]
    for (const [content, sentence] of refusals) {
      assert.equal((await send(odile, content)).location, CREATE)
      assert.include(fieldOf((await odile.get(CREATE)).body, 'file')!.error!.replace(/\s/g, ' '), sentence)
    }
    assert.equal((await odile.post('/salon/forum/stands/imports', { _back: CREATE })).location, CREATE)
    assert.include((await odile.get(CREATE)).body, 'Choisissez un fichier.')
    assert.equal((await send(odile, Buffer.alloc(21 * 1024 * 1024, 'x'))).status, 413)
    assert.deepEqual(await everyRow(), before)
  })

  test('is hers and of this fair: its number opens nothing elsewhere', async ({ assert }) => {
    const staged = await aStandImport(await forum())
    const adrien = await Agent.as('adrien')
    for (const path of ['', '/errors']) assert.equal((await adrien.get(`/salon/congress/stands/imports/${staged.id}${path}`)).status, 404)
    assert.equal((await adrien.post(`/salon/congress/stands/imports/${staged.id}/confirmation`)).status, 404)
  })

  test('needs the token of its form, and cannot pass for another method', async ({ assert }) => {
    const odile = await Agent.as('odile')
    const file = new File(['Entreprise\nHooli\n'], 'x.csv')
    const before = await everyRow()
    assert.equal((await odile.post('/salon/forum/stands/imports', { file }, { csrf: false })).status, 419)
    assert.equal((await odile.post('/salon/forum/stands/imports', { file, _method: 'GET' }, { csrf: false })).status, 419)
    assert.equal((await odile.post('/salon/forum/stands/imports', { file, name: 'a\0b' })).status, 400)
    assert.deepEqual(await everyRow(), before)
  })
})

test.group('The export of stands', () => {
  test('comes back as an import in which everything is there already', async ({ assert }) => {
    const fair = await forum()
    await fair.addStand({ name: '=Hooli; "SA"', slots: 3, queueLimit: 20 }, byNobody())
    for (const lang of ['fr', 'en']) {
      const odile = await Agent.as('odile')
      const { body } = await odile.get('/salon/forum/stands/export', { headers: { 'accept-language': lang } })
      const { location } = await send(odile, body)
      assert.include(textOf((await odile.get(location!)).body), lang === 'fr' ? 'Déjà là 3 En erreur 0' : 'Déjà là 3')
    }
  })
})

test.group('An import that waits', (group) => {
  withClock(group)

  test('waits for a day, then is refused, and its lines are swept away', async ({ assert }) => {
    const fair = await forum()
    const staged = await aStandImport(fair)
    later({ hours: 24 })
    const odile = await Agent.as('odile')
    const path = `/salon/forum/stands/imports/${staged.id}`
    assert.equal((await odile.post(`${path}/confirmation`, {}, { json: true })).status, 409)
    assert.include(textOf((await odile.get(path)).body), 'Cet aperçu a expiré')
    later({ seconds: 1 })
    await sweep()
    assert.isEmpty(await db.from('import_lines').where('import_id', staged.id))
    assert.isNotNull(await Import.find(staged.id))
    later({ hours: 24 * 90 })
    await sweep()
    assert.isNull(await Import.find(staged.id))
  })
})
