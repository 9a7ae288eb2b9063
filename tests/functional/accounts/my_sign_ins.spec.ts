import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import SignIn from '#models/accounts/sign_in'
import { SYSTEM } from '#models/mixins/act'
import { Agent, person } from '#tests/support/agent'
import { textOf } from '#tests/support/html'
import { later, withClock } from '#tests/support/time'

const HERE = '/compte/sign-ins'
const PHONE = 'Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0'
const DESK = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36'

async function signInOf(userAgent: string, address: string) {
  return SignIn.start(await person('alice'), { userAgent }, { by: { ...SYSTEM, address }, at: DateTime.now() })
}

async function page(browser: Agent, path = HERE) {
  const { body } = await browser.get(path)
  const [open, past = ''] = textOf(body).split('Connexions terminées')
  return { open, past }
}

test.group('My sign-ins', (group) => {
  withClock(group)

  test('say on which devices Alice is known, from where and since when', async ({ assert }) => {
    await signInOf(PHONE, '203.0.113.9')
    await signInOf(DESK, '192.168.1.20')
    later({ minutes: 2 })
    const { open, past } = await page(await Agent.as('alice'))
    assert.include(open, '3 appareils connectés')
    assert.match(open, /Firefox sur Android Adresse 203\.0\.113\.9 Connexion aujourd’hui à \d+ h \d\d Vu pour la dernière fois aujourd’hui/)
    assert.match(open, /Chrome sur Linux Réseau local/)
    assert.match(open, /Appareil inconnu Lieu inconnu [^.]* Cet appareil/)
    assert.equal(past, '')
  })

  test('show which are over, for thirty days', async ({ assert }) => {
    const phone = await signInOf(PHONE, '203.0.113.9')
    await phone.end({ by: SYSTEM, at: DateTime.now() })
    await signInOf(DESK, '192.168.1.20')
    later({ hours: 3 })
    const { open, past } = await page(await Agent.as('alice'))
    assert.include(open, 'Un appareil connecté')
    assert.match(past, /Chrome sur Linux .* Expirée aujourd’hui|Chrome sur Linux .* Expirée demain|Chrome sur Linux .* Expirée hier/)
    assert.match(past, /Firefox sur Android .* Terminée/)
    later({ hours: 24 * 30 })
    assert.equal((await page(await Agent.as('alice'))).past.includes('Firefox'), false)
  })

  test('can be ended one by one, from another browser: that one is asked to sign in', async ({ assert }) => {
    const desk = await Agent.as('alice')
    const phone = await Agent.as('alice')
    const { id } = await SignIn.query().orderBy('id', 'desc').firstOrFail()
    assert.equal((await desk.post(`${HERE}/${id}/ending`)).location, HERE)
    assert.include((await desk.get(HERE)).body, 'Cet appareil est déconnecté.')
    assert.match((await phone.get(HERE)).location!, /^\/compte\/sign-ins\/create/)
    assert.equal((await desk.post(`${HERE}/${id}/ending`)).status, 303, 'twice is once')
  })

  test('are ended all but this one', async ({ assert }) => {
    const others = [await Agent.as('alice'), await Agent.as('alice')]
    const desk = await Agent.as('alice')
    const bob = await Agent.as('bob')
    await desk.delete(`${HERE}/others`)
    for (const other of others) assert.match((await other.get(HERE)).location!, /^\/compte\/sign-ins\/create/)
    for (const kept of [desk, bob]) assert.equal((await kept.get(HERE)).status, 200)
    assert.include((await page(desk)).open, 'Un appareil connecté')
  })

  test('are nobody else’s to end', async ({ assert }) => {
    const phone = await signInOf(PHONE, '203.0.113.9')
    assert.equal((await (await Agent.as('bob')).post(`${HERE}/${phone.id}/ending`)).status, 404)
    assert.isNull((await SignIn.findOrFail(phone.id)).endedAt)
  })
})
