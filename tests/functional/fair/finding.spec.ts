import { test } from '@japa/runner'
import { Agent } from '#tests/support/agent'
import { textOf } from '#tests/support/html'
import { aWorld } from '#tests/support/world'
import { anAttendee } from '#database/factories/fair/fairs'

const PATH = '/salon/forum/control/people/region'

test.group('Somebody whom Odile looks for', () => {
  test('is found by a name or an address, whatever the accents, the case and the order', async ({ assert }) => {
    const { forum, alice } = await aWorld()
    const gaelle = await anAttendee(forum, 'Gaëlle')
    await gaelle.merge({ email: 'g.martin@ecole.example' }).save()
    const odile = await Agent.as('odile')
    for (const [words, name, id] of [
      ['gaelle', 'Gaëlle Martin', gaelle.id],
      ['MARTIN gaëlle', 'Gaëlle Martin', gaelle.id],
      ['ecole.ex', 'Gaëlle Martin', gaelle.id],
      ['alice@ex', 'Alice Durand', alice.id],
    ] as const) {
      const { body } = await odile.get(`${PATH}?q=${encodeURIComponent(words)}`)
      assert.include(textOf(body), '1 personne trouvée', words)
      assert.include(textOf(body), name)
      assert.include(body, `href="/salon/forum/attendees/${id}"`)
    }
    assert.include(textOf((await odile.get(`${PATH}?q=zzz`)).body), 'Personne ne correspond.')
  })

  test('is looked for from three letters, and the page says so', async ({ assert }) => {
    await aWorld()
    const odile = await Agent.as('odile')
    for (const words of ['a', 'al', ' a l '])
      assert.include(textOf((await odile.get(`${PATH}?q=${encodeURIComponent(words)}`)).body), 'Saisissez au moins 3 lettres.', words)
    assert.equal(textOf((await odile.get(PATH)).body).trim(), '')
  })

  test('is found in the list too, where there is no script', async ({ assert }) => {
    await aWorld()
    const odile = await Agent.as('odile')
    const { body } = await odile.get('/salon/forum/control')
    assert.match(body, /<form[^>]*action="\/salon\/forum\/attendees"[^>]*hx-get="\/salon\/forum\/control\/people\/region"/)
    assert.include(textOf((await odile.get('/salon/forum/attendees?q=durand+ALICE')).body), 'Alice Durand')
  })

  test('is one of the first eight, and the list has the others', async ({ assert }) => {
    const { forum } = await aWorld()
    for (let n = 0; n < 9; n++) await anAttendee(forum, `Jeanne${n}`)
    const { body } = await (await Agent.as('odile')).get(`${PATH}?q=jeanne`)
    assert.lengthOf(body.match(/<li>/g)!, 8)
    assert.include(textOf(body), '9 personnes trouvées')
    assert.include(body, 'href="/salon/forum/attendees?q=jeanne"')
  })
})
