import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { anAttendee, byNobody } from '#database/factories/fair/fairs'
import { Agent } from '#tests/support/agent'
import { textOf } from '#tests/support/html'
import { toldFair } from '#tests/support/told_fair'

/** The lines of a file, without the numbers of the rows. */
async function linesOf(agent: Agent, path: string, lang = 'fr') {
  const { body, headers } = await agent.get(path, { headers: { 'accept-language': lang } })
  const lines = body.trimEnd().split('\r\n')
  return {
    bom: body.startsWith('\ufeff'),
    type: headers.get('content-type'),
    lines: lines.map((line) => line.replace(/^\ufeff?\d+[;,]/, '')),
  }
}

test.group('The files of a fair', () => {
  test('hold places in queues, with where each stands', async ({ assert }) => {
    const { fair } = await toldFair()
    const { type, lines } = await linesOf(await Agent.as('adrien'), `${fair.path}/exports/entries`)
    assert.equal(type, 'text/csv; charset=utf-8')
    assert.deepEqual(lines, [
      'ID;Nom;E-mail;Entreprise;Position;Heure de passage;Statut;Inscription;Départ',
      'Alice Martin;;Acme;1;2030-05-02 08:20;Passé;2030-05-02 08:00;',
      'Bob Martin;;Acme;2;2030-05-02 08:50;Passé;2030-05-02 08:00;',
      'Alice Martin;;Globex;1;2030-05-02 09:30;Passé;2030-05-02 08:00;',
      'Chloé Martin;;Acme;3;;File quittée;2030-05-02 08:05;2030-05-02 08:06',
      'Denis Martin;;Globex;2;;Absent à l’appel;2030-05-02 09:00;',
    ])
  })

  test('hold interviews, with how long each took', async ({ assert }) => {
    const { fair } = await toldFair()
    const { lines } = await linesOf(await Agent.as('adrien'), `${fair.path}/exports/interviews`)
    assert.deepEqual(lines, [
      'ID;Nom;E-mail;Entreprise;Position;Heure de passage;Statut;Fin;Durée (minutes)',
      'Alice Martin;;Acme;1;2030-05-02 08:10;Terminé;2030-05-02 08:20;10',
      'Bob Martin;;Acme;2;2030-05-02 08:30;Terminé;2030-05-02 08:50;20',
      'Alice Martin;;Globex;1;2030-05-02 09:00;Terminé;2030-05-02 09:30;30',
    ])
  })

  test('hold stands and people, in the reader’s language', async ({ assert }) => {
    const { fair, initech, emma } = await toldFair()
    await initech.pause(byNobody())
    await emma.merge({ email: 'emma@ecole.example' }).save()
    const adrien = await Agent.as('adrien')
    assert.deepEqual((await linesOf(adrien, `${fair.path}/exports/stands`)).lines, [
      'ID;Entreprise;Emplacement;Statut;Entretiens en même temps;Limite de la file;En entretien;En attente;Passés',
      'Acme;;Recrute;1;;0;0;2',
      'Globex;;Recrute;1;;0;1;1',
      'Initech;;En pause;1;;0;0;0',
    ])
    const { lines } = await linesOf(adrien, `${fair.path}/exports/attendees`, 'en')
    assert.match(lines[0], /^ID,Name,E-mail,/)
    assert.match(lines[5], /^Emma Martin,emma@ecole\.example,,Available,0,0,\d{4}-/)
  })

  test('have no formula in them, and are written in the audit', async ({ assert }) => {
    const { fair, acme } = await toldFair()
    await acme.join(await anAttendee(fair, '=HYPERLINK("x")'), byNobody())
    const adrien = await Agent.as('adrien')
    for (const file of ['attendees', 'entries'])
      assert.include((await adrien.get(`${fair.path}/exports/${file}`)).body, `"'=HYPERLINK(""x"") Martin"`)
    const told = await db.from('audit_events').where('fair_id', fair.id).whereLike('action', '%.exported').orderBy('id')
    assert.deepEqual(
      told.map(({ action, changes }) => [action, changes]),
      [
        ['fair.attendees.exported', {}],
        ['fair.entries.exported', {}],
      ]
    )
    assert.equal((await adrien.get(`${fair.path}/exports/secrets`)).status, 404)
  })

  test('are on one page, with what each holds', async ({ assert }) => {
    const { fair } = await toldFair()
    const { body } = await (await Agent.as('adrien')).get(`${fair.path}/exports`)
    for (const file of ['attendees', 'stands', 'entries', 'interviews']) assert.include(body, `href="${fair.path}/exports/${file}"`)
    assert.include(textOf(body), 'Colonnes : ID, Nom, E-mail, Entreprise, Position, Heure de passage, Statut, Inscription, Départ.')
  })
})

test.group('The report of a fair', () => {
  test('says its figures, its best stand and its busiest hour, with what they mean', async ({ assert }) => {
    const { fair } = await toldFair()
    const text = textOf((await (await Agent.as('adrien')).get(`${fair.path}/report`)).body).replace(/\s+/g, ' ')
    for (const said of [
      'Entretiens par participant 0,6',
      'Inscriptions abouties 60 %',
      'Durée moyenne 20 min',
      'Attente médiane 30 min',
      'Stand le plus demandé : Acme (3 personnes).',
      'Heure la plus chargée : 8 h, 2 mai 2030 (2 entretiens terminés).',
      'Acme 3 2 67 % 15 min 15 min 30 min 0',
      'Initech 0 0 – – – – 0',
      'De l’inscription à la file au début du premier entretien',
    ])
      assert.include(text, said)
  })

  test('is there for a fair where nothing was', async ({ assert }) => {
    const { body, status } = await (await Agent.as('odile')).get('/salon/forum/report')
    assert.equal(status, 200)
    assert.notMatch(textOf(body), /NaN|undefined|Infinity/)
  })
})
