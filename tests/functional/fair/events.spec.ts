import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { EVENTS } from '#config/fair_events'
import { audit } from '#models/mixins/tracked'
import db from '@adonisjs/lucid/services/db'
import { Agent, person } from '#tests/support/agent'
import { textOf } from '#tests/support/html'
import { aWorld } from '#tests/support/world'
import { aFair, aStand, byNobody, inLine } from '#database/factories/fair/fairs'

const PATH = '/salon/forum/events'

const plainOf = (body: string) => textOf(body).replace(/\s+/g, ' ')

test.group('The journal of the forum', () => {
  test('says what happened, who did it, and from where', async ({ assert }) => {
    const { acme, interview } = await aWorld()
    const { id } = await person('odile')
    await acme.markPassed(interview, { by: { kind: 'user', id, address: '192.0.2.7' }, at: DateTime.now() })
    const odile = await Agent.as('odile')
    const text = plainOf((await odile.get(PATH)).body)
    assert.match(text, /Entretien terminé : David Martin chez Acme Par Odile \S+, depuis 192\.0\.2\.7/)
    assert.include(text, 'Entretien commencé : David Martin chez Acme Par Tremplin')
    assert.include(text, 'Alice Durand rejoint la file chez Globex')
  })

  test('is filtered by kind, by person and by stand, by name or from their own pages', async ({ assert }) => {
    const { alice, acme } = await aWorld()
    const odile = await Agent.as('odile')
    const of = async (query: string) => plainOf((await odile.get(`${PATH}?${query}`)).body)
    const interviews = await of('kind=interviews')
    assert.include(interviews, 'Entretien commencé')
    assert.notInclude(interviews, 'rejoint la file')
    for (const query of [`attendee=${alice.id}`, 'q=DURAND']) {
      const text = await of(query)
      assert.include(text, 'Alice Durand rejoint la file chez Globex', query)
      assert.notInclude(text, 'David Martin', query)
    }
    const atAcme = await of(`stand=${acme.id}`)
    assert.include(atAcme, 'Seulement ce qui concerne Acme.')
    assert.notInclude(atAcme, 'chez Globex')
    assert.include(await of('q=introuvable'), 'Rien ne correspond')
  })

  test('tells nothing of another fair, and has pages', async ({ assert }) => {
    await aWorld()
    const other = await aFair()
    await inLine(other, await aStand(other, { name: 'Ailleurs' }), ['Zoé'])
    const odile = await Agent.as('odile')
    assert.notInclude(plainOf((await odile.get(`${PATH}?q=ailleurs`)).body), 'Zoé')
    await aWorldOfEvents(25)
    assert.include(plainOf((await odile.get(`${PATH}?kind=exports`)).body), 'Page 1 sur 2')
    assert.equal((await odile.get(`${other.path}/events`)).status, 403)
  })

  test('has a sentence for every line that it may hold', async ({ assert }) => {
    const { forum, acme, alice } = await aWorld()
    await db.transaction((trx) =>
      audit(
        trx,
        byNobody(),
        EVENTS.map((action) => ({
          action,
          object: { type: 'fair', id: 1 },
          fairId: forum.id,
          changes: { stand: acme.id, attendee: alice.id },
        }))
      )
    )
    const odile = await Agent.as('odile')
    for (const lang of ['fr', 'en'])
      for (const page of [1, 2, 3]) {
        const text = plainOf((await odile.get(`${PATH}?page=${page}`, { headers: { 'accept-language': lang } })).body)
        assert.notMatch(text, /translation missing|undefined|control\.|fair\.[a-z]/, lang)
      }
  })
})

async function aWorldOfEvents(count: number) {
  const { id } = await db.from('fairs').where('slug', 'forum').select('id').firstOrFail()
  const line = { action: 'fair.attendees.exported', object: { type: 'fair', id }, fairId: id }
  await db.transaction((trx) =>
    audit(
      trx,
      byNobody(),
      Array.from({ length: count }, () => line)
    )
  )
}
