import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { aPoste, aSite, aStation, atDesk, byNobody, issued } from '#database/factories/postes/sites'
import Site from '#models/postes/site'
import { siteCards } from '#models/postes/site_list'
import { countDays } from '#models/postes/usage/days'
import { Formats } from '#services/formats'
import { rereadStations } from '#services/stations'
import { Agent, person } from '#tests/support/agent'
import { textOf } from '#tests/support/html'
import { aWorld } from '#tests/support/world'

const theSite = () => Site.findByOrFail('slug', 'espace-numerique')

test.group('The sites that anybody sees', () => {
  test('are one page when there is one, and a list with what is free when there are several', async ({ assert }) => {
    const visitor = await Agent.visitor()
    assert.equal((await visitor.get('/postes')).location, '/postes/espace-numerique')
    const page = textOf((await visitor.get('/postes/espace-numerique')).body)
    assert.include(page, '1 poste libre en ce moment Il y a 4 postes en tout.')
    assert.include(page, 'L’accueil vous inscrit, avec votre accord')
    assert.notInclude(page, 'Ana')
    const other = await aSite({ name: 'Médiathèque' }, [{ weekday: DateTime.now().weekday, opensAt: '00:00', closesAt: '00:01' }])
    await aPoste(other)
    const { body, location } = await visitor.get('/postes')
    assert.isNull(location)
    assert.include(textOf(body), 'Médiathèque 1 poste libre sur 1')
    assert.include(textOf((await visitor.get('/')).body), 'Espace numérique')
  })

  test('announce the days on which they are closed', async ({ assert }) => {
    const site = await theSite()
    await site.closeOn({ startsOn: DateTime.utc(2031, 7, 14), endsOn: DateTime.utc(2031, 7, 15), reason: 'Fête' }, byNobody())
    const text = textOf((await (await Agent.visitor()).get(site.path)).body)
    assert.match(text, /Du lundi 14 juillet 2031 au mardi 15 juillet 2031 Fête/)
  })

  test('lead whoever works at one desk only to it, and whoever works at several to the list', async ({ assert }) => {
    const [site, other] = [await theSite(), await aSite()]
    const maud = await person('maud')
    await maud.grant({ role: 'operator', siteId: other.id }, byNobody())
    assert.equal((await (await Agent.as('maud')).get('/postes')).location, `${other.path}/desk`)
    assert.isNull((await (await Agent.as('omar')).get('/postes')).location)
    assert.equal((await (await Agent.as('maud')).get(`${site.path}/postes`)).status, 403, 'and nowhere else')
    assert.equal((await (await Agent.as('maud')).get(`${other.path}/postes`)).status, 200)
  })

  test('a day of closing closes even one that has no hours, everywhere it is said', async ({ assert }) => {
    const site = await aSite({ name: 'Médiathèque' })
    const poste = await aPoste(site)
    const { token } = await aStation(poste)
    await rereadStations()
    const [visitor, omar, screen] = await Promise.all([Agent.visitor(), Agent.as('omar'), Agent.atStation(token)])
    const said = async () =>
      [(await visitor.get(`${site.path}/region`)).body, (await omar.get(`${site.path}/desk/region`)).body].map(textOf)
    assert.include((await said())[0], '1 poste libre en ce moment')
    const today = DateTime.now().setZone('Europe/Paris').startOf('day')
    await site.closeOn({ startsOn: today, endsOn: today.plus({ days: 1 }), reason: null }, byNobody())
    const [page, desk] = await said()
    const reopens = new Formats('fr', 'Europe/Paris').day(today.plus({ days: 2 }).toJSDate())
    assert.match(page, new RegExp(`Fermé.*${reopens} à 0`))
    assert.match(desk, new RegExp(`Fermé.*Ouvre ${reopens}`))
    assert.include(textOf((await screen.get('/station')).body), 'L’espace est fermé')
    assert.isFalse((await siteCards(DateTime.now(), site.id))[0].open)
    const [{ availableSeconds }] = await countDays(site, today, today.plus({ days: 1 }), DateTime.now())
    assert.equal(availableSeconds, 0)
    // A code outlives midnight: no hour closes there.
    const late = today.set({ hour: 23 })
    const session = await issued(site, poste, 30, atDesk(late))
    assert.equal(session.codeExpiresAt.toMillis(), late.plus({ hours: 24 }).toMillis())
  })

  test('say by themselves how many postes are free, and nothing about anybody', async ({ assert }) => {
    const { room } = await aWorld()
    const { body } = await (await Agent.visitor()).get(`${room.site.path}/region`)
    assert.include(body, `data-live="sites/${room.site.id}/free"`)
    assert.match(textOf(body), /\d postes? libres? en ce moment Il y a 4 postes en tout\./)
    for (const personal of ['Ana', 'Hoarau', 'Poste 1', 'sessions/']) assert.notInclude(body, personal)
  })
})
