import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { anAttendee } from '#database/factories/fair/fairs'
import { Agent } from '#tests/support/agent'
import { aWorld } from '#tests/support/world'

const PATH = '/salon/forum/attendees/export'

test.group('The file of attendees that Odile takes away', () => {
  test('has who is in the list, in her language, and no formula', async ({ assert }) => {
    const { forum } = await aWorld()
    await anAttendee(forum, '=HYPERLINK("x")')
    const odile = await Agent.as('odile')
    const { body, headers } = await odile.get(PATH)
    assert.equal(headers.get('content-type'), 'text/csv; charset=utf-8')
    assert.match(
      headers.get('content-disposition')!,
      /^attachment; filename="Participants- Forum de l-emploi\.csv"; filename\*=UTF-8''Participants%2C%20Forum%20de%20l%E2%80%99emploi\.csv$/
    )
    const [head, ...lines] = body.trimEnd().split('\r\n')
    assert.equal(head, 'Nom de famille;Prénom;Adresse e-mail;Statut;En entretien chez;Files;Entretiens terminés;Arrivée')
    assert.lengthOf(lines, 5)
    assert.match(lines[0], /^Durand;Alice;alice@example\.org;Disponible;;1;0;\d{4}-\d\d-\d\d \d\d:\d\d$/)
    assert.match(lines[2], /^Martin;David;;En entretien;Acme;1;0;/)
    assert.match(lines[4], /^Martin;"'=HYPERLINK\(""x""\)";/)
    const english = await odile.get(PATH, { headers: { 'accept-language': 'en' } })
    assert.match(english.body, /^Family name,Given name,/)
  })

  test('follows the filters of the list', async ({ assert }) => {
    await aWorld()
    const odile = await Agent.as('odile')
    const { body } = await odile.get(`${PATH}?status=interviewing&q=dav`)
    assert.lengthOf(body.trimEnd().split('\r\n'), 2)
  })

  test('is told to the audit, with whose it is and without a name', async ({ assert }) => {
    const { forum } = await aWorld()
    await (await Agent.as('odile')).get(PATH)
    const told = await db.from('audit_events').where('action', 'fair.attendees.exported')
    assert.deepEqual(
      told.map(({ fair_id, actor_kind, changes }) => [fair_id, actor_kind, changes]),
      [[forum.id, 'user', {}]]
    )
  })
})
