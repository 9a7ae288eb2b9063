import { test } from '@japa/runner'
import { Agent, person } from '#tests/support/agent'
import { refusalOf, toastOf } from '#tests/support/html'
import { everyRow } from '#tests/support/rows'
import { aWorld } from '#tests/support/world'
import { byNobody } from '#database/factories/fair/fairs'

const JOIN = '/salon/forum/my/entries'

test.group('Joining a queue from the list of stands', () => {
  test('brings Chloé to the fair and into the queue at once', async ({ assert }) => {
    const { forum, initech } = await aWorld()
    const chloe = await Agent.as('chloe')
    assert.equal((await chloe.post(JOIN, { standId: initech.id, _back: '/salon/forum?show=open' })).location, '/salon/forum?show=open')
    assert.equal(toastOf((await chloe.get('/salon/forum')).body), 'Vous êtes dans la file chez Initech.')
    assert.isNotNull(await forum.attendeeOf(await person('chloe')))
  })

  test('that says no leaves Chloé outside of both', async ({ assert }) => {
    const { initech, forum } = await aWorld()
    await initech.pause(byNobody())
    const chloe = await Agent.as('chloe')
    const before = await everyRow()
    const told = await chloe.post(JOIN, { standId: initech.id }, { json: true })
    assert.equal(told.status, 409)
    assert.containsSubset(JSON.parse(told.body), { code: 'fair.refusals.join_paused' })
    assert.deepEqual(await everyRow(), before)
    assert.isNull(await forum.attendeeOf(await person('chloe')))
  })

  test('twice, or after a double click, is once, and says so', async ({ assert }) => {
    const { initech } = await aWorld()
    const chloe = await Agent.as('chloe')
    await chloe.post(JOIN, { standId: initech.id })
    const before = await everyRow()
    await chloe.post(JOIN, { standId: initech.id, _back: '/salon/forum' })
    assert.deepEqual(refusalOf((await chloe.get('/salon/forum')).body), ['Vous êtes déjà dans la file chez Initech.'])
    assert.deepEqual(await everyRow(), before)
  })

  test('at a closed fair is refused with what to do', async ({ assert }) => {
    const { initech, forum } = await aWorld()
    await forum.close(byNobody())
    for (const name of ['alice', 'chloe'] as const) {
      const browser = await Agent.as(name)
      const before = await everyRow()
      await browser.post(JOIN, { standId: initech.id, _back: '/salon/forum' })
      assert.isNotEmpty(refusalOf((await browser.get('/salon/forum')).body), name)
      assert.deepEqual(await everyRow(), before)
    }
  })

  test('with names that the pages use for themselves shows the page all the same', async ({ assert }) => {
    const chloe = await Agent.as('chloe')
    await chloe.post(JOIN, { standId: 'x', errors: 'x', toast: 'x', _back: '/salon/forum' })
    const { status, body } = await chloe.get('/salon/forum')
    assert.equal(status, 200)
    assert.deepEqual(refusalOf(body), ['Certaines réponses ne conviennent pas. Revenez en arrière et corrigez-les.'])
  })
})
