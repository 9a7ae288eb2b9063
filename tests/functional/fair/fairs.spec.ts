import { test } from '@japa/runner'
import { Agent } from '#tests/support/agent'

test.group('Fairs', () => {
  test('a visitor sees the fairs of the week', async ({ assert }) => {
    const home = await (await Agent.visitor()).get('/')
    assert.equal(home.status, 200)
    assert.include(home.body, 'Forum de l’emploi')
    const fair = await (await Agent.visitor()).get('/salon/forum')
    assert.include(fair.body, 'Acme')
  })

  test('an organiser creates a fair', async ({ assert }) => {
    const adrien = await Agent.as('adrien')
    const answer = await adrien.post('/salon', {
      name: 'Nouveau salon',
      place: 'Ici',
      startsAt: '2027-01-10T09:00',
      endsAt: '2027-01-10T17:00',
    })
    assert.equal(answer.status, 303)
    assert.equal(answer.location, '/salon/nouveau-salon/setup')
  })
})
