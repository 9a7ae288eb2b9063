import { test } from '@japa/runner'
import { aGuest, aVisitor, byNobody } from '#database/factories/postes/sites'
import Site from '#models/postes/site'
import Visitor from '#models/postes/visitor'
import { Agent } from '#tests/support/agent'
import { fieldOf, summaryOf, textOf, toastOf } from '#tests/support/html'
import { everyRow } from '#tests/support/rows'

const form = { familyName: 'Payet', givenName: 'Noé', email: 'noe@example.net', phone: '', consents: 'on' }

async function theDesk() {
  const site = await Site.firstOrFail()
  const list = `${site.path}/visitors`
  return { site, list, omar: await Agent.as('omar'), page: `${list}/create`, create: { _back: `${list}/create` } }
}

test.group('The visitors of a site', () => {
  test('are found as one types, whatever the accents, the order of their names or how a number is written', async ({ assert }) => {
    const { site, list, omar } = await theDesk()
    await aVisitor(site, 'Zoé', { familyName: 'Lefèvre', phone: '+262692123456', email: 'zozo@example.net' })
    for (const words of ['zoe lefe', 'LEFÈVRE ZOÉ', '0692 12 34', '+262 692 123', 'zozo@'])
      assert.include(textOf((await omar.get(`${list}/region?q=${encodeURIComponent(words)}`)).body), 'Zoé Lefèvre', words)
    assert.include(textOf((await omar.get(`${list}?q=personne`)).body), 'Personne ne correspond')
    assert.notInclude((await omar.get(`${list}/region?q=${encodeURIComponent('%')}`)).body, 'Zoé')
  })

  test('come by twenty, in the order one asks for, and guests apart', async ({ assert }) => {
    const { site, list, omar } = await theDesk()
    for (let n = 10; n < 31; n++) await aVisitor(site, `Guy${n}`, { familyName: `Aa${n}` })
    const first = (await omar.get(list)).body
    assert.include(textOf(first), 'Page 1 sur 2')
    assert.isBelow(first.indexOf('Guy10'), first.indexOf('Guy11'))
    const back = (await omar.get(`${list}?sort=-name`)).body
    assert.isAbove(back.indexOf('Guy29'), back.indexOf('Guy30'))
    const guest = await aGuest(site)
    const guests = textOf((await omar.get(`${list}?kind=guests`)).body)
    assert.include(guests, `Invité ${String(guest.guestNumber).padStart(4, '0')}`)
    assert.notInclude(guests, 'Guy10')
  })

  test('are chosen in another form by what tells namesakes apart, at most eight, and nobody before a word is typed', async ({ assert }) => {
    const { site, list, omar } = await theDesk()
    for (let n = 0; n < 9; n++) await aVisitor(site, 'Luc', { familyName: 'Técher', phone: `+26269200000${n}` })
    const { body } = await omar.get(`${list}/choices?q=techer`)
    assert.lengthOf(body.match(/name="visitorId"/g)!, 8)
    assert.include(textOf(body), 'tél. … 0003')
    assert.notInclude(body, '+262692000003')
    assert.match((await omar.get(`${list}/choices?q=hoarau`)).body, /value="\d+" disabled/)
    assert.notInclude((await omar.get(`${list}/choices`)).body, 'visitorId')
  })

  test('PPM-B3: are registered by whoever is at the desk, who does not have to say who they are', async ({ assert }) => {
    const { list, omar, create } = await theDesk()
    const { location } = await omar.post(list, { ...form, ...create })
    const page = (await omar.get(location!)).body
    assert.equal(toastOf(page), 'Noé Payet est inscrit·e.')
    assert.match(textOf(page), /, par Omar/)
    const visitor = await Visitor.findByOrFail('email', 'noe@example.net')
    assert.isTrue(await visitor.hasConsented())
    assert.match(visitor.createdBy, /^user:\d+$/)
  })

  test('PPM-B25: have a telephone of any country', async ({ assert }) => {
    const { list, omar, create } = await theDesk()
    const numbers = { '06 12 34 56 78': '+33612345678', '+44 7400 123456': '+447400123456', '00261 32 12 345 67': '+261321234567' }
    for (const [typed, kept] of Object.entries(numbers)) {
      const { location } = await omar.post(list, { ...form, ...create, familyName: kept, email: '', phone: typed })
      assert.equal((await Visitor.findOrFail(Number(location!.split('/').at(-1)))).phone, kept)
    }
  })

  test('are not registered by halves: each wrong answer comes back beside its field, with what was typed', async ({ assert }) => {
    const { list, omar, create, page } = await theDesk()
    const before = await everyRow()
    const wrong: [Record<string, string>, string][] = [
      [{ familyName: '' }, 'familyName'],
      [{ email: '' }, 'email'],
      [{ phone: '12' }, 'phone'],
      [{ birthDate: '2999-01-01' }, 'birthDate'],
      [{ birthDate: '2001-02-30' }, 'birthDate'],
      [{ postalCode: '9' }, 'postalCode'],
      [{ consents: '' }, 'consents'],
    ]
    for (const [values, field] of wrong) {
      assert.equal((await omar.post(list, { ...form, ...values, ...create })).location, page)
      const { body } = await omar.get(page)
      assert.equal(summaryOf(body)[0]?.field, field)
      assert.equal(fieldOf(body, 'givenName')!.value, 'Noé')
    }
    assert.deepEqual(await everyRow(), before)
  })

  test('who resemble somebody are proposed first, and registered when the desk says that they are another', async ({ assert }) => {
    const { site, list, omar, create, page } = await theDesk()
    const known = await aVisitor(site, 'Noe', { familyName: 'PAYÉT', phone: '+262692000111' })
    const cases = [
      { givenName: 'Payet', familyName: 'noé' },
      { givenName: 'X', phone: '+262 692 00 01 11' },
    ]
    for (const values of cases) {
      assert.equal((await omar.post(list, { ...form, ...values, ...create })).location, page)
      const { body } = await omar.get(page)
      assert.include(textOf(body), 'Est-ce cette personne, déjà inscrite ?')
      assert.include(body, `href="${list}/${known.id}"`)
    }
    const { location } = await omar.post(list, { ...form, ...create, another: 'on' })
    assert.notEqual(location, `${list}/${known.id}`)
    assert.match(location!, /visitors\/\d+$/)
  })

  test('are guests in one gesture', async ({ assert }) => {
    const { list, omar } = await theDesk()
    const { location } = await omar.post(`${list}/guests`)
    assert.match(textOf((await omar.get(location!)).body), /Invité \d{4}/)
  })

  test('are changed without undoing what a colleague has saved meanwhile', async ({ assert }) => {
    const { site, list, omar } = await theDesk()
    const visitor = await aVisitor(site, 'Éva', { email: 'eva@example.net' })
    const page = `${list}/${visitor.id}/edit`
    await visitor.describe({ phone: '+262692123123' }, 1, byNobody())
    const late = { familyName: 'Hoarau', givenName: 'Éva', email: 'eva2@example.net', phone: '+262692999999', version: '1', _back: page }
    assert.equal((await omar.put(`${list}/${visitor.id}`, late)).location, page)
    const back = (await omar.get(page)).body
    assert.include(textOf(back), 'Enregistré : +262 692 12 31 23')
    assert.equal(fieldOf(back, 'email')!.value, 'eva2@example.net')
    assert.equal((await visitor.refresh()).phone, '+262692123123')
    await omar.put(`${list}/${visitor.id}`, { ...late, phone: '', version: '2' })
    assert.containsSubset((await visitor.refresh()).serialize(), { email: 'eva2@example.net', phone: null, version: 3 })
  })

  test('PPM-B19: keep what a program does not speak of, and their one contact', async ({ assert }) => {
    const { site, list, omar } = await theDesk()
    const visitor = await aVisitor(site, 'Rémi', { email: 'remi@example.net', notes: 'Braille' })
    const only = { postalCode: '97410', version: '1' }
    assert.equal((await omar.put(`${list}/${visitor.id}`, only, { json: true })).status, 200)
    assert.containsSubset((await visitor.refresh()).serialize(), { email: 'remi@example.net', postalCode: '97410', notes: 'Braille' })
    assert.equal((await omar.put(`${list}/${visitor.id}`, { email: '', version: '2' }, { json: true })).status, 422)
  })
})
