import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { aPoste, aSite, aVisitor, atDesk, issued, running } from '#database/factories/postes/sites'
import { meetDeadlines } from '#models/postes/deadlines'
import { countDays } from '#models/postes/usage/days'
import { Agent } from '#tests/support/agent'
import { textOf } from '#tests/support/html'
import { queriesOf } from '#tests/support/queries'

const TEN = DateTime.fromISO('2030-05-02T10:00', { zone: 'Europe/Paris' })
const at = (minutes: number) => atDesk(TEN.plus({ minutes }))

/** Zoé used 20 of 40 minutes, of which 10 were added, and was suspended in between; a guest never typed the code. */
async function aMorning(mode: 'identified' | 'anonymous' = 'identified') {
  const site = await aSite({ mode, name: `Médiathèque ${mode}` })
  const [one, two] = [await aPoste(site, { name: 'Accueil 1' }), await aPoste(site, { name: 'Accueil 2' })]
  const zoe = await aVisitor(site, 'Zoé', { postalCode: '97400', birthDate: DateTime.fromISO('1990-03-04') })
  await zoe.consent('1', at(0))
  const session = await site.issue({ visitorId: zoe.id, posteId: one.id, minutes: 30, started: true }, at(0))
  await session.addTime(10, at(1))
  await session.suspend(at(10))
  await session.resume(at(30))
  await session.end('visitor', at(40))
  const unused = await issued(site, two, 60, at(5))
  await unused.end('unused', at(60))
  return { site, one, two, zoe, session, unused }
}

const plain = (body: string) => textOf(body).replace(/\s+/g, ' ')

test.group('The sessions of a site', () => {
  test('say what was used, from the runs: what was suspended is not', async ({ assert }) => {
    const { site } = await aMorning()
    const omar = await Agent.as('omar')
    const text = plain((await omar.get(`${site.path}/sessions`)).body)
    assert.match(text, /Zoé Hoarau Accueil 1 Terminée par la personne 20 min 40 min 10 min/)
    assert.match(text, /Invité 0001 Accueil 2 Code non utilisé – 1 h/)
    assert.include(text, '2 sessions')
  })

  test('are filtered by state, poste, day and words, and sorted', async ({ assert }) => {
    const { site, two } = await aMorning()
    const omar = await Agent.as('omar')
    const of = async (query: string) => plain((await omar.get(`${site.path}/sessions?${query}`)).body)
    for (const [query, seen, unseen] of [
      ['state=unused', 'Invité 0001', 'Zoé'],
      ['state=ended', 'Zoé', 'Invité 0001'],
      [`poste=${two.id}`, 'Invité 0001', 'Zoé'],
      ['q=ZOE+hoarau', 'Zoé', 'Invité 0001'],
      ['q=invité+0001', 'Invité 0001', 'Zoé'],
      ['from=2030-05-02&to=2030-05-02', 'Zoé', 'Aucune session'],
    ]) {
      const text = await of(query)
      assert.include(text, seen, query)
      assert.notInclude(text, unseen, query)
    }
    for (const query of ['from=2030-05-03', 'to=2030-05-01', 'state=running', 'q=introuvable'])
      assert.include(await of(query), 'Rien ne correspond', query)
    const order = async (sort: string) => (await of(`sort=${sort}`)).search('Zoé') - (await of(`sort=${sort}`)).search('Invité 0001')
    assert.isBelow(await order('-used'), 0)
    assert.isAbove(await order('used'), 0)
    assert.isBelow(await order('visitor'), 0)
    assert.isAbove(await order('-poste'), 0)
    assert.include(await of('from=hier&poste=x&sort=rien'), '2 sessions')
  })

  test('that stood still until their code expired were used, and say so: in the list, the file and the journal', async ({ assert }) => {
    const site = await aSite({ codeHours: 1 })
    const session = await running(site, await aPoste(site, { name: 'Accueil 3' }), 30, at(0))
    await session.suspend(at(20))
    await meetDeadlines(at(80))
    const omar = await Agent.as('omar')
    const of = async (path: string) => (await omar.get(`${site.path}/${path}`)).body
    assert.match(plain(await of('sessions?state=ended')), /Invité 0001 Accueil 3 Code expiré pendant un arrêt 20 min/)
    assert.include(plain(await of(`sessions/${session.id}`)), 'Code expiré pendant un arrêt')
    const line = (await of('sessions/export')).trimEnd().split('\r\n').at(-1)!
    assert.include(line, 'Terminée;Code expiré pendant un arrêt;')
    assert.include(plain(await of('events?kind=expiries&period=all')), 'Code expiré pendant un arrêt : Invité 0001 sur Accueil 3')
    const [day] = await countDays(site, TEN.startOf('day'), TEN.startOf('day').plus({ days: 1 }), TEN.plus({ hours: 3 }))
    assert.containsSubset(day, { sessions: 1, ended: 1, endedSeconds: 1200, noShows: 0 })
  })

  test('are pages of twenty that cost the same, whatever they hold', async ({ assert }) => {
    const { site, one } = await aMorning()
    const omar = await Agent.as('omar')
    const few = (await queriesOf(() => omar.get(`${site.path}/sessions`))).length
    for (let n = 0; n < 20; n++) await (await issued(site, one, 30, at(100 + n))).end('desk', at(100 + n))
    let body = ''
    const many = await queriesOf(async () => ({ body } = await omar.get(`${site.path}/sessions`)))
    assert.equal(many.length, few)
    assert.isAtMost(few, 8)
    assert.include(plain(body), 'Page 1 sur 2')
    assert.include(plain((await omar.get(`${site.path}/sessions?page=2`)).body), 'Zoé')
  })

  test('are a file with columns that do not move, personal ones only where people are known by name', async ({ assert }) => {
    const omar = await Agent.as('omar')
    const lines = async (site: { path: string }, query = '', lang = 'fr') => {
      const { body } = await omar.get(`${site.path}/sessions/export${query}`, { headers: { 'accept-language': lang } })
      return body
        .trimEnd()
        .split('\r\n')
        .map((line) => line.replace(/^\d+[;,]/, ''))
    }
    const { site } = await aMorning()
    assert.deepEqual((await lines(site)).slice(1), [
      'Accueil 1;Terminée;Terminée par la personne;2030-05-02 10:00;2030-05-02 10:00;2030-05-02 10:40;40;10;20;;Zoé Hoarau;97400;1990',
      'Accueil 2;Code non utilisé;Code jamais saisi;2030-05-02 10:05;;2030-05-02 11:00;60;0;0;1;;;',
    ])
    assert.lengthOf(await lines(site, '?state=unused'), 2)
    assert.include((await lines(site, '', 'en'))[0], 'Number,Computer,State,End,')
    const anonymous = await aMorning('anonymous')
    const file = (await lines(anonymous.site)).join('\n')
    assert.notMatch(file, /Zoé|Hoarau|97400|1990|Personne/)
    const told = await db.from('audit_events').where({ site_id: site.id, action: 'postes.sessions.exported' })
    assert.lengthOf(told, 3)
  })
})
