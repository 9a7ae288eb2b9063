import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import type { Group } from '@japa/runner/core'
import { Agent } from '#tests/support/agent'
import { interviewOf } from '#tests/support/fair'
import { refusalOf, textOf, toastOf } from '#tests/support/html'
import { everyRow } from '#tests/support/rows'
import { later, withClock } from '#tests/support/time'
import { type World, aWorld } from '#tests/support/world'
import { byNobody } from '#database/factories/fair/fairs'
import { expireCalls } from '#models/fair/expiring'

const MY = '/salon/forum/my'

const timeLeft = (body: string) => Date.parse(/data-remaining="([^"]+)"/.exec(body)![1])

/** Alice has been called at Globex, and nobody has started since. */
async function missed() {
  const world = await aWorld()
  later({ minutes: 4 })
  await expireCalls(byNobody())
  return { ...world, phone: await Agent.as('alice') }
}

test.group('When it is her turn, Alice', (group: Group) => {
  withClock(group)

  test('reads where to go, how long she has, and what happens otherwise', async ({ assert }) => {
    const { globex } = await aWorld()
    await globex.merge({ place: 'Allée B, stand 7' }).save()
    later({ seconds: 20 })
    const { body } = await (await Agent.as('alice')).get(MY)
    for (const said of ['C’est votre tour chez Globex', 'Allée B, stand 7', 'Sinon, la personne suivante sera appelée'])
      assert.include(textOf(body), said)
    assert.match(textOf(body), /Il vous reste (\d min )?\d+ s Présentez-vous avant/)
    assert.match(body, /role="timer" aria-live="off" data-remaining="/)
  })

  test('says that she is coming, once: two more minutes', async ({ assert }) => {
    const { entry } = await aWorld()
    const phone = await Agent.as('alice')
    const end = timeLeft((await phone.get(MY)).body)
    later({ seconds: 100 })
    const answer = await phone.post(`${MY}/entries/${entry.id}/prolongation`, { _back: MY })
    assert.equal(answer.location, MY)
    const { body } = await phone.get(MY)
    assert.equal(toastOf(body), 'Globex sait que vous arrivez.')
    assert.equal(timeLeft(body) - end, 120_000)
    assert.include(textOf(body), '2 minutes de plus vous ont été données')
    assert.notInclude(body, '/prolongation')

    const before = await everyRow()
    await phone.post(`${MY}/entries/${entry.id}/prolongation`, { _back: MY })
    assert.match(refusalOf((await phone.get(MY)).body)[0], /^Vous avez déjà dit que vous arrivez/)
    assert.equal((await phone.post(`${MY}/entries/${entry.id}/prolongation`, {}, { json: true })).status, 409)
    assert.deepEqual(await everyRow(), before)
  })

  test('called at two stands has one clock, and is told to choose', async ({ assert }) => {
    const { alice, initech } = await aWorld()
    await initech.join(alice, byNobody())
    const phone = await Agent.as('alice')
    const text = textOf((await phone.get(MY)).body)
    assert.lengthOf(text.match(/Il vous reste/g)!, 1)
    assert.include(text, 'Vous êtes aussi appelé chez Globex : choisissez. Ici, le délai commence après.')
    const second = await alice.related('entries').query().where('stand_id', initech.id).firstOrFail()
    await phone.post(`${MY}/entries/${second.id}/prolongation`, { _back: MY })
    assert.match(refusalOf((await phone.get(MY)).body)[0], /^Un autre stand vous appelle aussi/)
  })
})

test.group('After a call that she missed, Alice', (group: Group) => {
  withClock(group)

  test('reads that her place is kept, and is called again with "Je suis là"', async ({ assert }) => {
    const { entry, phone } = await missed()
    const { body } = await phone.get(MY)
    assert.include(textOf(body), 'Vous n’avez pas répondu à l’appel du stand Globex')
    assert.include(textOf(body), 'Votre place est gardée.')
    assert.notInclude(textOf(body), 'Commencer mon entretien')
    await phone.post(`${MY}/entries/${entry.id}/prolongation`, { _back: MY })
    assert.match(refusalOf((await phone.get(MY)).body)[0], /^Cet appel est terminé/)
    assert.equal((await phone.post(`${MY}/entries/${entry.id}/return`, { _back: MY })).location, MY)
    const back = (await phone.get(MY)).body
    assert.equal(toastOf(back), 'Vous êtes de nouveau dans la file chez Globex.')
    assert.include(textOf(back), 'C’est votre tour chez Globex')
  })

  test('the second time reads that she is last', async ({ assert }) => {
    const { entry, phone } = await missed()
    await phone.post(`${MY}/entries/${entry.id}/return`)
    later({ minutes: 4 })
    await expireCalls(byNobody())
    const text = textOf((await phone.get(MY)).body)
    assert.include(text, 'C’est la deuxième fois : vous êtes maintenant à la fin de la file.')
    assert.notInclude(text, 'Votre place est gardée.')
  })

  test('answers for nobody else: the place of Alice is not Bob’s', async ({ assert }) => {
    const { entry } = await missed()
    const bob = await Agent.as('bob')
    for (const verb of ['prolongation', 'return']) assert.equal((await bob.post(`${MY}/entries/${entry.id}/${verb}`)).status, 404)
  })
})

test.group('Where there is no button to start, Bob', () => {
  const told: [why: string, happens: (world: World) => Promise<unknown>, sentence: string][] = [
    ['the stand is full', async () => {}, 'Acme ne peut pas recevoir plus de candidats pour le moment.'],
    ['the stand is on pause', ({ acme }) => acme.pause(byNobody()), 'Acme est actuellement en pause. Votre place est gardée.'],
    ['he is on pause', ({ bob }) => bob.pause(byNobody()), 'Repassez disponible pour commencer un entretien.'],
    ['the fair is closed', ({ forum }) => forum.close(byNobody()), 'Le salon est fermé. Vos places sont gardées.'],
    [
      'he is inside elsewhere',
      async ({ globex, bob }) => {
        await globex.join(bob, byNobody())
        await globex.startInterview(bob, byNobody())
      },
      'Vous êtes déjà en entretien chez Globex.',
    ],
    [
      'somebody goes first',
      async ({ acme, bob, david, interview, guest }) => {
        await bob.pause(byNobody())
        await acme.markPassed(interview, byNobody())
        await acme.move(await guest.attendee.related('entries').query().firstOrFail(), 1, byNobody())
        await bob.resume(byNobody())
        return david
      },
      'Ce n’est pas encore votre tour : Zoé M. passe avant vous.',
    ],
  ]
  for (const [why, happens, sentence] of told)
    test(`reads that ${why}, and that he may not is told to programs too`, async ({ assert }) => {
      const world = await aWorld()
      await happens(world)
      const phone = await Agent.as('bob')
      const text = textOf((await phone.get(MY)).body)
      assert.include(text, sentence)
      assert.notInclude(text, 'Commencer mon entretien')
      const before = await everyRow()
      await phone.post(`${MY}/interviews`, { standId: world.acme.id, _back: MY })
      assert.include(refusalOf((await phone.get(MY)).body)[0], sentence)
      assert.equal((await phone.post(`${MY}/interviews`, { standId: world.acme.id }, { json: true })).status, 409)
      assert.deepEqual(await everyRow(), before)
    })

  test('after his interview is told to make himself available (R16), and reads it in his history', async ({ assert }) => {
    const { acme, bob, interview } = await aWorld()
    await acme.markPassed(interview, byNobody())
    await acme.startInterview(bob, byNobody())
    await acme.markPassed(await interviewOf(bob), byNobody())
    const text = textOf((await (await Agent.as('bob')).get(MY)).body)
    assert.include(text, 'Votre entretien chez Acme est terminé. Repassez disponible pour voir vos autres opportunités.')
    assert.include(text, 'Mes entretiens passés Acme')
  })
})

test.group('A queue that is too long for the day', (group: Group) => {
  withClock(group)

  async function evening() {
    const world = await aWorld()
    await world.forum.merge({ endsAt: DateTime.now().plus({ minutes: 8 }) }).save()
    return world
  }

  test('says so in the list, and asks before Chloé joins it', async ({ assert }) => {
    const { acme, forum } = await evening()
    const chloe = await Agent.as('chloe')
    assert.include(textOf((await chloe.get('/salon/forum')).body), 'vous risquez de ne pas être reçu avant')
    const before = await everyRow()
    const asked = await chloe.post(`${MY}/entries`, { standId: acme.id, _back: '/salon/forum' })
    assert.equal(asked.location, `${forum.path}/stands/${acme.id}`)
    assert.equal((await chloe.post(`${MY}/entries`, { standId: acme.id }, { json: true })).status, 409)
    assert.deepEqual(await everyRow(), before)
    const { body } = await chloe.get(asked.location!)
    assert.include(textOf(body), 'Rejoindre quand même')
    const [, action] = /formaction="([^"]*despite=1)"/.exec(body)!
    assert.equal((await chloe.post(action, { standId: acme.id })).location, MY)
    assert.equal(toastOf((await chloe.get(MY)).body), 'Vous êtes dans la file chez Acme.')
  })

  test('asks somebody without account too, who has not to type a name again', async ({ assert }) => {
    const { acme, forum } = await evening()
    const phone = await Agent.visitor()
    const page = `${forum.path}/stands/${acme.id}`
    const form = { standId: acme.id, token: 'z'.repeat(32), givenName: 'Inès', familyName: 'Garcia', _back: page }
    assert.equal((await phone.post('/salon/forum/guests', form)).location, page)
    const { body } = await phone.get(page)
    assert.match(body, /value="Garcia"/)
    assert.match(body, /<button [^>]*name="despite" value="1">[\s\S]*?Rejoindre quand même/)
    assert.equal((await phone.post('/salon/forum/guests', { ...form, despite: '1' })).location, MY)
  })
})

test.group('Not to miss it, Alice', () => {
  test('may ask from her page to be told on this device too, and stays on it', async ({ assert }) => {
    await aWorld()
    const phone = await Agent.as('alice')
    const { body } = await phone.get(MY)
    for (const said of ['Sonner quand c’est mon tour', 'M’alerter même si le téléphone est verrouillé']) assert.include(textOf(body), said)
    assert.match(body, /data-device data-key="[\w-]{80,}"/)
    const answer = await phone.post('/messages/push-subscriptions', { endpoint: 'x', p256dh: 'x', auth: 'x', _back: MY })
    assert.equal(answer.location, MY)
  })

  test('may ask the same without an account, by the link that her phone keeps', async ({ assert }) => {
    const { guest } = await aWorld()
    const { body } = await (await Agent.asGuest(guest.attendee)).get(MY)
    for (const said of ['Sonner quand c’est mon tour', 'M’alerter même si le téléphone est verrouillé']) assert.include(textOf(body), said)
    assert.match(body, /<form [^>]*data-subscribe/)
  })
})
