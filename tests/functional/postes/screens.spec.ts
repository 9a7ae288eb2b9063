import { test } from '@japa/runner'
import { aPoste, aSite, aStation, atDesk, issued } from '#database/factories/postes/sites'
import type Site from '#models/postes/site'
import { rereadStations } from '#services/stations'
import { Agent } from '#tests/support/agent'
import { textOf } from '#tests/support/html'
import { everyRow } from '#tests/support/rows'

const desk = (site: Site) => `${site.path}/desk`
const act = atDesk

async function room() {
  const site = await aSite()
  const [first, second] = [await aPoste(site, { name: 'Poste A' }), await aPoste(site, { name: 'Poste B' })]
  return { site, first, second, omar: await Agent.as('omar') }
}

test.group('A code', () => {
  test('is shown until it is used, printed in two sizes, and revoked', async ({ assert }) => {
    const { site, first, second, omar } = await room()
    const session = await issued(site, first)
    const path = `${site.path}/sessions/${session.id}/code`
    for (const format of ['', '/roll', '/card']) assert.include((await omar.get(path + format)).body, session.code!.slice(3))
    assert.equal((await omar.get(`${path}/a3`)).status, 404)
    const { code } = session
    await session.start(act())
    assert.include(textOf((await omar.get(path)).body), 'Le code a servi')
    assert.notInclude((await omar.get(`${path}/roll`)).body, code!.slice(3))
    const revoked = await issued(site, second)
    await omar.delete(`${site.path}/sessions/${revoked.id}`)
    assert.include(textOf((await omar.get(`${site.path}/sessions/${revoked.id}/code`)).body), 'Ce code n’est plus valable.')
  })
})

test.group('The screen that calls', () => {
  test('is opened by its link, and by no other site’s', async ({ assert }) => {
    const { site } = await room()
    const other = await aSite()
    const link = await site.regenerateWallLink(act())
    const screen = await Agent.visitor()
    assert.equal((await screen.get(`${site.path}/wall`)).status, 403)
    assert.match(link.path!, /^\/postes\/links\//)
    assert.include(textOf((await screen.get(link.path!)).body), 'Ouvrir l’écran')
    assert.equal((await screen.post(link.path!)).location, `${site.path}/wall`)
    const ticket = await site.queue(null, 30, act())
    await ticket.call(act())
    assert.include(textOf((await screen.get(`${site.path}/wall`)).body), 'N° 1')
    for (const path of [`${other.path}/wall`, `${site.path}/wall/link`, desk(site)]) assert.notEqual((await screen.get(path)).status, 200)
    await site.regenerateWallLink(act())
    assert.equal((await screen.get(`${site.path}/wall/region`)).status, 403)
    assert.equal((await screen.get(link.path!)).status, 404)
  })

  test('looks again when a poste is taken or free, and every minute, without a trace', async ({ assert }) => {
    const { site, omar } = await room()
    const { body } = await omar.get(`${site.path}/wall`)
    assert.include(body, `data-live="sites/${site.id}/wall sites/${site.id}/free"`)
    assert.include(body, `hx-get="${site.path}/wall/region" hx-trigger="live, every 60s"`)
    const before = await everyRow()
    assert.equal((await omar.get(`${site.path}/wall/region`)).status, 200)
    assert.deepEqual(await everyRow(), before)
  })

  test('shows nobody’s news, whoever opened it', async ({ assert }) => {
    const { site, first, omar } = await room()
    const { token } = await aStation(first)
    await rereadStations()
    const own = 'hx-get="/messages/news/region"'
    assert.include((await omar.get(desk(site))).body, own)
    for (const path of [`${site.path}/wall`, '/station']) assert.notInclude((await omar.get(path)).body, own)
    omar.cookies.set('tremplin_station', (await Agent.atStation(token)).cookies.get('tremplin_station')!)
    const { body } = await omar.get('/station')
    assert.include(body, 'data-screen="locked"')
    assert.notInclude(body, own)
  })
})
