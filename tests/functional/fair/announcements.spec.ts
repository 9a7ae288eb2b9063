import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { allow } from '#start/limiter'
import { Formats } from '#services/formats'
import { settings } from '#services/settings'
import { Agent, person } from '#tests/support/agent'
import { refusalOf, textOf } from '#tests/support/html'
import { aWorld } from '#tests/support/world'
import { aFair, aStand, byNobody } from '#database/factories/fair/fairs'

const PATH = '/salon/forum/announcements'

test.group('What Odile announces', () => {
  test('is listed with whom it is for, and withdrawn by its button', async ({ assert }) => {
    const { acme, announcement } = await aWorld()
    const odile = await Agent.as('odile')
    await odile.post(PATH, { text: 'Dix minutes\nde pause.', lasts: 'quarter', standId: acme.id })
    const { body } = await odile.get(PATH)
    const text = textOf(body)
    assert.include(text, 'À la file chez Acme')
    assert.match(text, /Odile \S+, aujourd’hui à/)
    const f = new Formats('fr', settings().zone)
    // In the quarter of an hour before midnight, it is until tomorrow.
    const isToday = f.areSameDay(new Date(), DateTime.now().plus({ minutes: 15 }).toJSDate())
    assert.match(text, isToday ? /Affichée jusqu’à \d/ : /Affichée jusqu’à demain, \d/)
    assert.include(body, `formaction="${PATH}/${announcement.id}?_method=DELETE"`)
    await odile.delete(`${PATH}/${announcement.id}`)
    const after = await odile.get(PATH)
    assert.include(textOf(after.body), 'Retirée')
    assert.notInclude(after.body, `formaction="${PATH}/${announcement.id}?`)
  })

  test('is 500 characters at most, and what was typed stays', async ({ assert }) => {
    await aWorld()
    const odile = await Agent.as('odile')
    const long = 'é'.repeat(501)
    const answer = await odile.post(PATH, { text: long, lasts: 'end', _back: PATH })
    assert.equal(answer.location, PATH)
    const { body } = await odile.get(PATH)
    assert.include(refusalOf(body).join(), 'au plus 500 caractères')
    assert.include(body, `\n${long}</textarea>`)
    assert.match(body, /value="end" checked/)
    assert.equal((await odile.post(PATH, { text: long, lasts: 'end' }, { json: true })).status, 422)
    assert.equal((await odile.post(PATH, { text: 'é'.repeat(500), lasts: 'end' }, { json: true })).status, 200)
  })

  test('is for stands and people of her fair', async ({ assert }) => {
    await aWorld()
    const odile = await Agent.as('odile')
    const other = await aStand(await aFair())
    assert.equal((await odile.post(PATH, { text: 'Bonjour', lasts: 'end', standId: other.id })).status, 404)
    assert.equal((await odile.post(PATH, { text: 'Bonjour', lasts: 'end', attendeeId: 999_999 })).status, 404)
  })

  test('is for a queue or for one person, not both', async ({ assert }) => {
    const { acme, alice } = await aWorld()
    const odile = await Agent.as('odile')
    const both = { text: 'Bonjour', lasts: 'end', standId: acme.id, attendeeId: alice.id }
    assert.equal((await odile.post(PATH, both, { json: true })).status, 422)
  })

  test('is not said without end', async ({ assert }) => {
    await aWorld()
    const odile = await Agent.as('odile')
    const { id } = await person('odile')
    for (let n = 0; n < 60; n++) await allow('announcement', id)
    const answer = await odile.post(PATH, { text: 'Encore', lasts: 'hour', _back: PATH })
    assert.equal(answer.location, PATH)
    const { body } = await odile.get(PATH)
    assert.include(body, '\nEncore</textarea>')
    assert.include(refusalOf(body).join(), 'Trop')
    assert.equal((await odile.post(PATH, { text: 'Encore', lasts: 'hour' }, { json: true })).status, 429)
  })

  test('of another fair cannot be withdrawn here', async ({ assert }) => {
    await aWorld()
    const elsewhere = await (await aFair()).announce({ text: 'Ailleurs', lasts: 'hour' }, byNobody())
    const odile = await Agent.as('odile')
    assert.equal((await odile.delete(`${PATH}/${elsewhere.id}`)).status, 404)
  })
})
