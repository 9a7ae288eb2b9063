import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { aSite, aVisitor, atDesk, issued } from '#database/factories/postes/sites'
import { SYSTEM } from '#models/mixins/act'
import { reportDays } from '#models/postes/reports'
import { Agent } from '#tests/support/agent'
import { textOf } from '#tests/support/html'
import { queriesOf } from '#tests/support/queries'
import { later, withClock } from '#tests/support/time'

const NOW = DateTime.fromISO('2030-05-02T18:00', { zone: 'Europe/Paris' })
const by = (hours: number) => atDesk(NOW.minus({ hours }))

/** Six people of 97400, half an hour each, and a code that nobody typed. */
async function aBusySite(mode: 'identified' | 'anonymous' = 'identified') {
  const site = await aSite({ mode, name: 'Médiathèque' })
  const poste = await site.addPoste({ name: 'Un' }, by(10))
  for (let n = 0; n < 6; n++) {
    const visitor = await aVisitor(site, `V${n}`, { postalCode: '97400', birthDate: DateTime.fromISO('1990-01-01'), createdAt: by(9).at })
    await visitor.consent('1', by(9))
    const session = await site.issue({ visitorId: visitor.id, posteId: poste.id, minutes: 60, started: true }, by(9 - n))
    await session.addTime(10, by(9 - n))
    await session.end('visitor', by(8.5 - n))
  }
  await (await issued(site, poste, 30, by(2))).end('unused', by(1))
  return site
}

const plain = (body: string) => textOf(body).replace(/\s+/g, ' ')

test.group('The figures of a site', (group) => {
  withClock(group)
  group.each.setup(() => later({ seconds: NOW.diffNow('seconds').seconds }))

  test('PPM-B29: are all on one page, with what each means, as drawings and as tables', async ({ assert }) => {
    const site = await aBusySite()
    const omar = await Agent.as('omar')
    const { body } = await omar.get(`${site.path}/usage?period=7d`)
    const text = plain(body)
    for (const said of [
      'Taux d’utilisation 30 %',
      'Sessions 6',
      'Durée moyenne 30 min',
      'Temps utilisé 3 h',
      'Visiteurs 6',
      'Inscrits en mai 2030 6',
      'Temps ajouté 1 h',
      'Prolongations demandées 0',
      'Codes non utilisés 1',
      'jeu. 2 mai 3',
      '40 à 59 ans 6',
      '97400 6',
      'Le premier bilan sera là demain matin.',
      'ce qui avait été accordé ne compte pas',
    ])
      assert.include(text, said)
    assert.isAtLeast([...body.matchAll(/<svg[^>]* role="img"/g)].length, 8)
    for (const [, term] of body.matchAll(/<dt>([^<]+)<\/dt>/g)) assert.isAbove(text.split(textOf(term).trim()).length, 2, term)
  })

  test('say nothing of ages and addresses where nobody is asked who they are, nor of so few that one is recognised', async ({ assert }) => {
    const anonymous = plain((await (await Agent.as('omar')).get(`${(await aBusySite('anonymous')).path}/usage`)).body)
    assert.notMatch(anonymous, /97400|40 à 59 ans|Qui vient|Inscrits/)
    const site = await aSite({ mode: 'identified' })
    const poste = await site.addPoste({ name: 'Un' }, by(5))
    const visitor = await aVisitor(site, 'Seule', { postalCode: '97499', birthDate: DateTime.fromISO('1990-01-01') })
    await visitor.consent('1', by(5))
    await site.issue({ visitorId: visitor.id, posteId: poste.id, minutes: 60, started: true }, by(2))
    const text = plain((await (await Agent.as('omar')).get(`${site.path}/usage`)).body)
    assert.include(text, 'Trop peu de personnes')
    assert.notMatch(text, /97499|40 à 59 ans/)
  })

  test('are a file, a day a line, in the reader’s language, and taking it is written', async ({ assert }) => {
    const site = await aBusySite()
    const omar = await Agent.as('omar')
    const { body } = await omar.get(`${site.path}/usage/export?period=7d`, { headers: { 'accept-language': 'fr' } })
    const lines = body.trimEnd().split('\r\n')
    assert.lengthOf(lines, 8)
    assert.match(lines[0], /^Jour;Sessions;Visiteurs;Invités;Temps utilisé \(minutes\);/)
    assert.equal(lines[7], '2030-05-02;6;6;0;180;180;600;30;30;60;0;0;1')
    assert.equal(lines[1], '2030-04-26;0;0;0;0;0;0;;;0;0;0;0')
    const english = await omar.get(`${site.path}/usage/export?period=7d`, { headers: { 'accept-language': 'en' } })
    assert.match(english.body, /^\ufeff?Day,Sessions,Visitors,/)
    assert.lengthOf(await db.from('audit_events').where({ site_id: site.id, action: 'postes.usage.exported' }), 2)
  })

  test('are a report of the month to print, with its days; a month to come is not there', async ({ assert }) => {
    const site = await aBusySite()
    const omar = await Agent.as('omar')
    const text = plain((await omar.get(`${site.path}/reports/2030-05`)).body)
    assert.include(text, 'Médiathèque : mai 2030'.replace(' :', '\u202f:').replace(/\s+/g, ' '))
    assert.include(text, 'jeu. 2 mai 6 6 3 h 30 % 1 h 0 0 1')
    assert.include(text, 'Du mercredi 1er mai 2030 au vendredi 31 mai 2030')
    for (const month of ['2030-06', '2030-13', 'mai', '1999-01'])
      assert.equal((await omar.get(`${site.path}/reports/${month}`)).status, 404, month)
    const empty = plain((await omar.get(`${site.path}/reports/2029-01`)).body)
    assert.notMatch(empty, /NaN|undefined|Infinity/)
  })

  test('list the mornings that were counted, at the same cost for one and for many', async ({ assert }) => {
    const site = await aBusySite()
    const omar = await Agent.as('omar')
    const few = await queriesOf(() => omar.get(`${site.path}/usage`))
    await reportDays({ by: SYSTEM, at: NOW.plus({ days: 1 }) })
    later({ hours: 24 })
    let body = ''
    const back = await Agent.as('omar')
    const many = await queriesOf(async () => ({ body } = await back.get(`${site.path}/usage`)))
    assert.match(plain(body), /jeu\. 2 mai 6 3 h 1 h 1/)
    assert.isAtMost(many.length, few.length)
    assert.isAtMost(few.length, 18)
  })
})
