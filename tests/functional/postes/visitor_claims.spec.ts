import { test } from '@japa/runner'
import hash from '@adonisjs/core/services/hash'
import { aSite, aVisitor, byNobody } from '#database/factories/postes/sites'
import { Agent, person } from '#tests/support/agent'
import { textOf, toastOf, tokenOf } from '#tests/support/html'
import { later, withClock } from '#tests/support/time'
import { everyRow } from '#tests/support/rows'
import { INES, PASSWORD, ines, signUp } from '#tests/support/sign_ups'
import { aWorld } from '#tests/support/world'

test.group('The account of a visitor', (group) => {
  withClock(group)

  test('is linked by the person alone: a button, a sign-in, a confirmation, and nothing by opening the link', async ({ assert }) => {
    const { room } = await aWorld()
    const alice = await Agent.as('alice')
    const path = `/postes/claims/${room.claim}`
    const before = await everyRow()
    const opened = await alice.get(path)
    assert.equal(opened.headers.get('referrer-policy'), 'no-referrer')
    assert.notInclude(textOf(opened.body), 'Grondin')
    assert.deepEqual(await everyRow(), before)
    assert.equal((await alice.post(path)).location, '/compte/postes/claim')
    assert.include(textOf((await alice.get('/compte/postes/claim')).body), 'Êtes-vous Léa Grondin ?')
    assert.isNull((await room.lea.refresh()).userId)
    await alice.post('/compte/postes/claim')
    const mine = (await alice.get('/compte/postes')).body
    assert.equal(toastOf(mine), 'Votre fiche à Espace numérique est rattachée à votre compte.')
    assert.include(textOf(mine), 'Léa Grondin, inscrit·e le')
    const sheet = textOf((await (await Agent.as('omar')).get(room.lea.pathAt(room.site))).body)
    assert.include(sheet, 'Rattachée au compte de Alice Durand, par cette personne elle-même.')
    assert.equal((await (await Agent.as('bob')).post(path)).status, 404)
    await alice.delete(`/compte/postes/${room.lea.id}`)
    assert.isNull((await room.lea.refresh()).userId)
  })

  test('waits for a sign-in that comes between the button and the confirmation, beside a place at a fair', async ({ assert, cleanup }) => {
    const { room, guest } = await aWorld()
    const phone = await Agent.asGuest(guest.attendee)
    hash.fake()
    cleanup(() => hash.restore())
    await signUp('candidates', { givenName: 'Zoé', familyName: 'Martin', claim: 'on' }, phone)
    const confirmation = (await phone.post(`/postes/claims/${room.claim}`)).location!
    const { status, location } = await phone.get(confirmation)
    assert.equal(status, 303)
    assert.include(location, `/compte/sign-ins/create?next=${encodeURIComponent(confirmation)}`)
    const entered = await phone.post('/compte/sign-ins', { email: INES.email, password: PASSWORD, next: confirmation })
    assert.equal(entered.location, confirmation)
    const { body } = await phone.get(confirmation)
    assert.include(textOf(body), 'Êtes-vous Léa Grondin ?')
    assert.isNull((await room.lea.refresh()).userId)
    // Signing in gave the browser other tokens.
    await phone.post(confirmation, { _csrf: tokenOf(body) }, { csrf: false })
    const { id } = await ines()
    assert.deepEqual([(await room.lea.refresh()).userId, (await guest.attendee.refresh()).userId], [id, id])
  })

  test('is never that of the same address', async ({ assert }) => {
    const { room } = await aWorld()
    const { email } = await person('alice')
    const visitor = await room.site.register({ givenName: 'Alice', familyName: 'Durand', email, consents: true, another: true }, byNobody())
    assert.isNull(visitor.userId)
    assert.include(textOf((await (await Agent.as('alice')).get('/compte/postes')).body), 'Aucune fiche n’est rattachée')
  })

  test('waits for a link that lasts seven days, and that the desk takes back', async ({ assert }) => {
    const { room } = await aWorld()
    const omar = await Agent.as('omar')
    const page = `${room.lea.pathAt(room.site)}/link`
    assert.include((await omar.get(page)).body, room.claim)
    await omar.post(page)
    assert.equal((await omar.get(`/postes/claims/${room.claim}`)).status, 404)
    const { path, expiresAt } = (await room.lea.currentClaim(byNobody().at))!
    assert.isAtMost(expiresAt.diffNow('days').days, 7)
    later({ hours: 7 * 24, minutes: 1 })
    assert.equal((await (await Agent.visitor()).get(path)).status, 404)
    await (await Agent.as('omar')).post(page)
    assert.isNotNull(await room.lea.currentClaim(byNobody().at))
    await (await Agent.as('omar')).delete(page)
    assert.isNull(await room.lea.currentClaim(byNobody().at))
    // Twice is once.
    await (await Agent.as('omar')).delete(page)
    const journal = textOf((await (await Agent.as('omar')).get(`${room.site.path}/events?kind=visitors&period=30d`)).body)
    assert.lengthOf(journal.match(/Lien de rattachement à un compte donné à Léa Grondin/g)!, 3)
    assert.lengthOf(journal.match(/Lien de rattachement à un compte annulé : Léa Grondin/g)!, 1)
    assert.include(textOf((await (await Agent.as('omar')).get(room.lea.pathAt(room.site))).body), 'annulé : Léa Grondin, Omar')
  })
})

test.group('The information notice', () => {
  test('is read by everybody, printed, and says what each mode keeps, for how long, and who answers', async ({ assert }) => {
    const named = await aSite({ mode: 'identified', contact: 'dpo@ville.example' })
    const nameless = await aSite({ mode: 'anonymous' })
    const visitor = await Agent.visitor()
    const [one, other] = await Promise.all([named, nameless].map(async ({ path }) => textOf((await visitor.get(`${path}/notice`)).body)))
    assert.include(one, 'dpo@ville.example')
    assert.include(one, '5 ans après votre dernière venue')
    assert.include(one, 'Les sessions : 1 an après leur fin.')
    assert.include(one, 'Ni copie, ni numéro.')
    assert.include(other, 'sans demander qui l’on est')
    assert.notInclude(other, 'pièce d’identité')
    const english = await visitor.get(`${named.path}/notice`, { headers: { 'accept-language': 'en' } })
    assert.include(textOf(english.body), 'Who answers for it')
  })

  test('goes with a form that asks of each only what its site needs', async ({ assert }) => {
    const nameless = await aSite({ mode: 'anonymous' })
    const omar = await Agent.as('omar')
    const { body } = await omar.get(`${nameless.path}/visitors/create`)
    for (const field of ['email', 'phone', 'birthDate', 'photo', 'consents', 'address']) assert.notInclude(body, `name="${field}"`)
    const sent = { familyName: 'Payet', givenName: 'Noé', email: 'noe@example.net', birthDate: '1990-01-01' }
    await omar.post(`${nameless.path}/visitors`, sent)
    const [kept] = await nameless.related('visitors').query()
    assert.containsSubset(kept.serialize(), { familyName: 'Payet', email: null, birthDate: null })
    const known = await aVisitor(nameless, 'Zoé')
    assert.equal(
      (await omar.put(`${known.pathAt(nameless)}/identity`, { kind: 'passport', seenOn: '2026-01-05' }, { json: true })).status,
      409
    )
  })
})
