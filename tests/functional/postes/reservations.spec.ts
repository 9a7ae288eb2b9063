import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { aSite, aVisitor, atDesk, running } from '#database/factories/postes/sites'
import { Agent, person } from '#tests/support/agent'
import { refusalOf, toastOf } from '#tests/support/html'
import { kept, plain, sent, slot, ten, twoPostes } from '#tests/support/reserving'
import { later, withClock } from '#tests/support/time'

async function room() {
  const room = await twoPostes()
  return { ...room, base: `${room.site.path}/reservations`, omar: await Agent.as('omar') }
}

test.group('The reservations of a site', () => {
  test('are made at the desk, seen on their day, moved and cancelled', async ({ assert }) => {
    const { site, first, second, base, omar } = await room()
    const ana = await aVisitor(site, 'Ana')
    assert.include((await omar.get(`${base}/create?q=ana&poste=${first.id}`)).body, `value="${ana.id}"`)
    const made = await sent(omar, 'POST', base, slot(ten(), { visitorId: String(ana.id), posteId: String(first.id), minutes: '60' }))
    assert.equal(made.said, 'La réservation est notée.')
    assert.match(made.location, /\/reservations\/\d+$/)
    assert.include(made.text, 'Réservation de Ana Hoarau')
    const day = plain((await omar.get(`${base}?day=${ten().toISODate()}`)).body)
    assert.match(day, /Poste A .*Ana Hoarau 10 h 00 – 11 h 00/)
    assert.include(day, '1 réservation')
    assert.notInclude(plain((await omar.get(base)).body), 'Ana Hoarau')
    const moved = await sent(omar, 'PUT', made.location, slot(ten().set({ hour: 14 }), { posteId: String(second.id), minutes: '30' }))
    assert.equal(moved.said, 'La réservation est modifiée.')
    assert.include(moved.text, '14 h 00 – 14 h 30')
    const cancelled = await sent(omar, 'DELETE', made.location)
    assert.equal(cancelled.said, 'La réservation est annulée.')
    assert.equal(cancelled.location, `${base}?day=${ten().toISODate()}`)
    assert.include(cancelled.text, 'Annulée')
    assert.deepEqual((await sent(omar, 'DELETE', made.location)).refused, ['Cette réservation est annulée.'])
    assert.equal((await omar.get(`${made.location}/edit`)).status, 404)
  })

  test('are refused in a sentence, with what was typed', async ({ assert }) => {
    const { site, first, second, base, omar } = await room()
    const ana = await aVisitor(site, 'Ana')
    await kept(site, ana.id, first.id, ten())
    const tries: [Record<string, string>, RegExp][] = [
      [slot(ten(), { posteId: String(first.id) }), /^Poste A est déjà réservé de 10 h 00 à 11 h 00\. Choisissez/],
      [slot(ten(), { posteId: String(second.id), visitorId: String(ana.id) }), /^Ana Hoarau a déjà Poste A à ce moment-là/],
      [slot(ten().plus({ days: 20 })), /^On réserve au plus 14 jours à l’avance/],
      [slot(ten().minus({ days: 2 })), /passé/],
      [slot(ten(), { other: '500' }), /entre 1 et 240/],
      [{ day: '2031-02-30', time: '10:00' }, /Cette date n’existe pas/],
      [{ day: ten().toISODate()!, time: '25:61' }, /Cette heure n’est pas complète/],
    ]
    for (const [form, sentence] of tries) {
      await omar.post(base, { ...form, _back: `${base}/create` })
      const { body } = await omar.get(`${base}/create`)
      assert.match(refusalOf(body).join(' ').replace(/\s/g, ' '), sentence)
    }
    const program = await omar.post(base, slot(ten(), { posteId: String(first.id), minutes: '30' }), { json: true })
    assert.equal(program.status, 409)
    await kept(site, (await aVisitor(site, 'Noé')).id, second.id, ten())
    await omar.post(base, { ...slot(ten()), _back: `${base}/create` })
    assert.match(
      refusalOf((await omar.get(`${base}/create`)).body)
        .join(' ')
        .replace(/\s/g, ' '),
      /Le prochain créneau .* commence à 11 h 00/
    )
    assert.lengthOf(await site.related('reservations').query(), 2)
  })

  test('say whom to call, are noted as done, and are a file', async ({ assert }) => {
    const { site, first, base, omar } = await room()
    const ana = await aVisitor(site, 'Ana', { phone: '+262692000101' })
    const one = await kept(site, ana.id, first.id, ten())
    await one.merge({ remindAt: DateTime.now().minus({ minutes: 1 }) }).save()
    const page = plain((await omar.get(base)).body)
    assert.match(page, /Personnes à prévenir Ana Hoarau Rappeler sa réservation : Poste A, demain à 10 h 00 \+262 692 00 01 01/)
    await omar.post(`${base}/${one.id}/call`, { _back: base })
    const { body } = await omar.get(base)
    assert.equal(toastOf(body), 'C’est noté : la personne est prévenue.'.replace(' :', '\u202f:').replace(/\s/g, ' '))
    assert.notInclude(plain(body), 'Personnes à prévenir')
    const file = await omar.get(`${base}/export?day=${ten().toISODate()}`, { headers: { 'accept-language': 'fr' } })
    const [head, line, ...rest] = file.body.trimEnd().split('\r\n')
    assert.equal(head, 'Numéro;Début;Fin;Poste;État;Invité')
    assert.match(line, new RegExp(`^${one.id};${ten().toISODate()} 10:00;${ten().toISODate()} 11:00;Poste A;À venir;$`))
    assert.isEmpty(rest)
  })

  test('are not those of another site', async ({ assert }) => {
    const { site, first } = await room()
    const other = await aSite()
    const one = await kept(site, (await aVisitor(site)).id, first.id, ten())
    const olga = await person('olga')
    await olga.grant({ role: 'operator', siteId: other.id }, atDesk())
    const agent = await Agent.as('olga')
    for (const path of ['', '/region', '/create', '/export', `/${one.id}`])
      assert.equal((await agent.get(`${site.path}/reservations${path}`)).status, 403, path)
    for (const path of ['', '/edit']) assert.equal((await agent.get(`${other.path}/reservations/${one.id}${path}`)).status, 404)
    assert.equal((await agent.delete(`${other.path}/reservations/${one.id}`)).status, 404)
    assert.equal((await agent.post(`${other.path}/reservations/${one.id}/session`)).status, 404)
    assert.isNull((await one.refresh()).outcome)
  })

  test('are not proposed where the site takes none', async ({ assert }) => {
    const { site, base, omar } = await room()
    await site.configure({ name: site.name, mode: site.mode, reservationDays: 0 }, atDesk())
    const { body } = await omar.get(`${base}?day=${ten().toISODate()}`)
    assert.include(plain(body), 'Ce site ne prend pas de réservation.')
    assert.notInclude(body, `${base}/create`)
    await omar.post(base, { ...slot(ten()), _back: base })
    assert.match(refusalOf((await omar.get(base)).body).join(), /^Ce site ne prend pas de réservation/)
  })
})

test.group('Whoever has reserved', (group) => {
  withClock(group)
  // Far from midnight, before which what is reserved ends.
  group.each.setup(() => later({ minutes: Math.ceil(ten().diffNow('minutes').minutes) }))

  test('is welcomed in one gesture from the card of the poste: the code', async ({ assert }) => {
    const { site, first, base, omar } = await room()
    const startsAt = DateTime.now().plus({ minutes: 20 })
    const ana = await aVisitor(site, 'Ana')
    const one = await kept(site, ana.id, first.id, startsAt, 30)
    const { body } = await omar.get(`${site.path}/desk`)
    assert.match(plain(body), /Poste A Réservé Réservé à .* : Ana Hoarau Accueillir/)
    assert.include(body, `${base}/${one.id}/session`)
    const welcomed = await sent(omar, 'POST', `${base}/${one.id}/session`)
    assert.match(welcomed.location, /\/sessions\/\d+\/code$/)
    const session = await site.related('sessions').query().firstOrFail()
    assert.include(welcomed.body, `${session.code!.slice(0, 3)} ${session.code!.slice(3)}`)
    assert.include((await sent(omar, 'POST', `${base}/${one.id}/session`)).refused.join(), 'Cette réservation a déjà servi')
    assert.include(plain((await omar.get(`${base}/${one.id}`)).body), 'Honorée')
  })

  test('is welcomed at another poste, from the card of theirs that is in maintenance and from the reservation', async ({ assert }) => {
    const { site, first, second, base, omar } = await room()
    const one = await kept(site, (await aVisitor(site, 'Ana')).id, first.id, DateTime.now().plus({ minutes: 20 }), 30)
    await first.maintain('Clavier cassé', atDesk())
    const card = /Poste A Maintenance Clavier cassé Réservé à .* : Ana Hoarau Accueillir à un autre poste/
    assert.match(plain((await omar.get(`${site.path}/desk`)).body), card)
    assert.include(plain((await omar.get(`${base}/${one.id}`)).body), 'Accueillir à un autre poste')
    const welcomed = await sent(omar, 'POST', `${base}/${one.id}/session`)
    assert.match(welcomed.location, /\/sessions\/\d+\/code$/)
    assert.include(welcomed.text, 'Poste B')
    assert.equal((await site.related('sessions').query().firstOrFail()).posteId, second.id)
  })

  test('is told at the desk that it is too early, or too late', async ({ assert }) => {
    const { site, first, base, omar } = await room()
    const one = await kept(site, (await aVisitor(site)).id, first.id, DateTime.now().plus({ minutes: 31 }))
    assert.notInclude((await omar.get(`${base}/${one.id}`)).body, `${one.id}/session`)
    assert.match((await sent(omar, 'POST', `${base}/${one.id}/session`)).refused.join(), /^Cette réservation commence à/)
    later({ minutes: 42 })
    assert.match((await sent(omar, 'POST', `${base}/${one.id}/session`)).refused.join(), /^Personne n’est venu à temps/)
  })

  test('is why the poste is not lent for longer: the page says how long', async ({ assert }) => {
    const { site, first, omar } = await room()
    await kept(site, (await aVisitor(site)).id, first.id, DateTime.now().plus({ minutes: 60 }))
    const { body } = await omar.get(`${site.path}/sessions/create?poste=${first.id}`)
    assert.match(plain(body), /Poste A est réservé à partir de .* : 60 minutes au plus/)
    await omar.post(`${site.path}/sessions`, { posteId: String(first.id), minutes: '120', _back: `${site.path}/sessions/create` })
    const refused = refusalOf((await omar.get(`${site.path}/sessions/create`)).body).join()
    assert.match(refused.replace(/\s/g, ' '), /^Poste A est réservé à partir de .* : il est libre pendant 60 minutes\./)
    const code = await site.lend({ visitorId: null, posteId: first.id, minutes: 30 }, atDesk())
    assert.match(plain((await omar.get(`${site.path}/sessions/${code.id}/code`)).body), /11 h 00/)
    await code.end('desk', atDesk())
    const session = await running(site, first, 55)
    await omar.post(`${site.path}/sessions/${session.id}/additions`, { minutes: '15', _back: `${site.path}/desk` })
    const more = refusalOf((await omar.get(`${site.path}/desk`)).body)
      .join()
      .replace(/\s/g, ' ')
    assert.match(more, /on peut encore ajouter 5 minutes/)
  })
})
