import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { Agent } from '#tests/support/agent'
import { insideOf } from '#tests/support/fair'
import { fieldOf, refusalOf, textOf, toastOf } from '#tests/support/html'
import { type World, aWorld } from '#tests/support/world'
import { byNobody, inLine } from '#database/factories/fair/fairs'

const NOTE = 'Parle trois langues ; revoir son portfolio'
const dashboard = ({ acme }: World) => `/salon/forum/stands/${acme.id}/dashboard`
const noteOf = ({ acme, met }: World) => `/salon/forum/stands/${acme.id}/entries/${met.id}/note`

test.group('Several at once', () => {
  /** Yves and Zoé are inside at Globex. */
  async function two(world: World) {
    const { globex, forum } = world
    const people = await inLine(forum, globex, ['Yves', 'Zoé'])
    await world.alice.pause(byNobody())
    for (const one of people) await globex.startInterview(one, byNobody())
    const ids = (await insideOf(globex)).map(({ id }) => id)
    return { desk: await Agent.atStands(globex), ids, path: `/salon/forum/stands/${globex.id}` }
  }

  test('those who are ticked have passed, by one button of a plain form', async ({ assert }) => {
    const world = await aWorld()
    const { desk, ids, path } = await two(world)
    const { body } = await desk.get(`${path}/dashboard`)
    for (const id of ids) assert.match(body, new RegExp(`type="checkbox" name="interviews" value="${id}" form="act"`))
    const answer = await desk.post(`${path}/closures`, { interviews: ids, _back: `${path}/dashboard` })
    assert.equal(answer.status, 303)
    const page = await desk.get(`${path}/dashboard`)
    assert.match(toastOf(page.body)!, /^2 entretiens terminés\s: Yves Martin, Zoé Martin\.$/)
    assert.equal(page.body.match(/closure\?_method=DELETE/g)!.length, 2)
    assert.isEmpty(await insideOf(world.globex))
  })

  test('no tick is refused with what to do, and so is a tick of another stand', async ({ assert }) => {
    const world = await aWorld()
    const { desk, path, ids } = await two(world)
    for (const form of [{}, { interviews: String(world.interview.id) }]) {
      await desk.post(`${path}/closures`, { ...form, _back: `${path}/dashboard` })
      assert.deepEqual(refusalOf((await desk.get(`${path}/dashboard`)).body), ['Cochez au moins une personne en entretien.'])
      assert.equal((await desk.post(`${path}/closures`, form, { json: true })).status, 422)
    }
    assert.lengthOf(await insideOf(world.globex), ids.length)
  })

  test('what a colleague has just done is said', async ({ assert }) => {
    const world = await aWorld()
    const { path, ids, desk } = await two(world)
    const other = await Agent.atStands(world.globex)
    for (const id of ids) await other.post(`${path}/interviews/${id}/closure`)
    await desk.post(`${path}/closures`, { interviews: ids[0], _back: `${path}/dashboard` })
    assert.deepEqual(refusalOf((await desk.get(`${path}/dashboard`)).body), ['L’entretien de cette personne est déjà terminé.'])
    await desk.post(`${path}/interviews/${ids[1]}/closure`, { _back: `${path}/dashboard` })
    assert.deepEqual(refusalOf((await desk.get(`${path}/dashboard`)).body), ['L’entretien de cette personne est déjà terminé.'])
  })
})

test.group('A note of Acme', () => {
  test('is written beside the board, and seen there by whoever came by the link', async ({ assert }) => {
    const world = await aWorld()
    const desk = await Agent.atStands(world.acme)
    const page = `${dashboard(world)}?note=${world.met.id}`
    assert.include(textOf((await desk.get(page)).body), 'Note sur David Martin')
    const saved = await desk.put(noteOf(world), { note: NOTE, interest: '4', version: '0', _back: page })
    assert.equal(saved.location, dashboard(world))
    const { body } = await desk.get(page)
    assert.include(body, `${NOTE}</textarea>`)
    assert.match(textOf(body), /4\/5/)
    assert.notInclude((await desk.get(dashboard(world))).body, NOTE, 'the next in line may see the screen')
  })

  test('is for nobody else: not on the organiser’s page, nor in a file, nor by any address', async ({ assert }) => {
    const world = await aWorld()
    await (await Agent.atStands(world.acme)).put(noteOf(world), { note: NOTE, interest: '5', version: '0' })
    const odile = await Agent.as('odile')
    await odile.post((await world.acme.link())!.path!)
    const pages = ['', '/region'].map((part) => `${dashboard(world)}${part}?note=${world.met.id}`)
    const files = ['attendees/export', 'stands/export', 'control', `attendees/${world.david.id}`].map((path) => `/salon/forum/${path}`)
    for (const path of [...pages, ...files]) {
      const { status, body } = await odile.get(path)
      assert.equal(status, 200, path)
      assert.notInclude(body, NOTE, path)
      assert.notMatch(textOf(body), /5\/5|Noter|Ma note/, path)
    }
    for (const agent of [odile, await Agent.as('adrien'), await Agent.atStands(world.globex)]) {
      assert.equal((await agent.get(`/salon/forum/stands/${world.acme.id}/notes/export`)).status, 403)
      assert.equal((await agent.put(noteOf(world), { note: 'x', interest: '', version: '1' })).status, 403)
    }
    assert.notInclude(JSON.stringify(await db.from('audit_events')), NOTE)
    const other = await Agent.atStands(world.globex)
    const elsewhere = noteOf({ ...world, acme: world.globex })
    assert.equal((await other.put(elsewhere, { note: 'x', interest: '', version: '0' })).status, 404)
  })

  test('changed by two at once is refused to the second, whose words stay on the page beside the first’s', async ({ assert }) => {
    const world = await aWorld()
    const [left, right] = [await Agent.atStands(world.acme), await Agent.atStands(world.acme)]
    const page = `${dashboard(world)}?note=${world.met.id}`
    await left.put(noteOf(world), { note: NOTE, interest: '4', version: '0', _back: page })
    const second = { note: 'Timide', interest: '2', _back: page }
    assert.equal((await right.put(noteOf(world), { ...second, version: '0' })).location, page)
    const { body } = await right.get(page)
    assert.match(refusalOf(body)[0], /^Une autre personne de votre stand a modifié cette note entre-temps/)
    assert.include(body, 'Timide</textarea>')
    assert.include(body, `<blockquote>${NOTE}</blockquote>`)
    assert.include(body, 'name="version" value="1"')
    assert.equal((await right.put(noteOf(world), { ...second, version: '1' }, { json: true })).status, 200)
    assert.equal((await right.put(noteOf(world), { ...second, note: 'Autre', version: '1' }, { json: true })).status, 409)
  })

  test('comes back as typed when it is too long or the mark is none', async ({ assert }) => {
    const world = await aWorld()
    const desk = await Agent.atStands(world.acme)
    const page = `${dashboard(world)}?note=${world.met.id}`
    const long = 'x'.repeat(2001)
    await desk.put(noteOf(world), { note: long, interest: '6', version: '0', _back: page })
    const { body } = await desk.get(page)
    assert.lengthOf(refusalOf(body), 2)
    assert.include(body, `${long}</textarea>`)
    assert.isNull(await world.acme.noteOn(world.met))
  })

  test('leaves as a file for the stand, which the audit tells', async ({ assert }) => {
    const world = await aWorld()
    const desk = await Agent.atStands(world.acme)
    await desk.put(noteOf(world), { note: '=1+1', interest: '3', version: '0' })
    await desk.post(`/salon/forum/stands/${world.acme.id}/interviews/${world.interview.id}/closure`)
    const { body, headers } = await desk.get(`/salon/forum/stands/${world.acme.id}/notes/export`)
    assert.include(decodeURIComponent(headers.get('content-disposition')!), 'Rencontres, Acme.csv')
    const [head, line] = body.trim().split('\r\n')
    assert.equal(head, 'Nom de famille;Prénom;Heure;Durée (minutes);Intérêt (sur 5);Votre note')
    assert.match(line, /^Martin;David;\d{4}-\d\d-\d\d \d\d:\d\d;0;3;'=1\+1$/)
    const told = await db.from('audit_events').where('action', 'fair.stand_note.exported').firstOrFail()
    assert.containsSubset(told, { actor_kind: 'stand', actor_id: world.acme.id, object_type: 'stand' })
  })
})

test.group('What happens at a stand', () => {
  test('is told on its board, by names, and at no other stand’s', async ({ assert }) => {
    const world = await aWorld()
    const { body } = await (await Agent.atStands(world.acme)).get(dashboard(world))
    const [, feed] = /<ol class="feed"([\s\S]*?)<\/ol>/.exec(body)!
    assert.include(textOf(feed), 'Bob Étienne a rejoint la file')
    assert.include(textOf(feed), 'David Martin est en entretien')
    assert.notInclude(textOf(feed), 'Alice')
  })
})

test.group('Somebody whom Globex calls', () => {
  const at = ({ globex }: World) => `/salon/forum/stands/${globex.id}`
  const place = (world: World) => `${at(world)}/entries/${world.entry.id}`
  /** What is said of Alice in the waiting column. */
  const lineOf = async (desk: Agent, world: World) => {
    const { body } = await desk.get(`${at(world)}/dashboard`)
    const [, line] = new RegExp(`id="entry-${world.entry.id}">([\\s\\S]*?)</li>`).exec(body) ?? []
    return { text: line && textOf(line), toast: toastOf(body), refusal: refusalOf(body)[0] }
  }

  test('has a clock, and may be let in without touching a phone', async ({ assert }) => {
    const world = await aWorld()
    const desk = await Agent.atStands(world.globex)
    assert.match((await lineOf(desk, world)).text!, /C’est son tour encore \d min \d\d s .*Faire entrer.*Rappeler.*Noter absent/)
    await desk.post(`${place(world)}/interview`, { _back: `${at(world)}/dashboard` })
    const { text, toast } = await lineOf(desk, world)
    assert.isUndefined(text)
    assert.equal(toast, 'Alice Durand est en entretien.')
    const line = await db.from('audit_events').where('action', 'fair.interview.started').orderBy('id', 'desc').firstOrFail()
    assert.containsSubset(line, { actor_kind: 'stand', actor_id: world.globex.id })
  })

  test('is marked absent at her place with the hour, which can be taken back', async ({ assert }) => {
    const world = await aWorld()
    const desk = await Agent.atStands(world.globex)
    await desk.post(`${place(world)}/absence`, { _back: `${at(world)}/dashboard` })
    const { text, toast } = await lineOf(desk, world)
    assert.match(text!, /^1 Alice Durand Absent noté absent à \d\d? h \d\d Rappeler.*Annuler l’absence/)
    assert.match(toast!, /absence notée/)
    await desk.delete(`${place(world)}/absence`, { _back: `${at(world)}/dashboard` })
    assert.match((await lineOf(desk, world)).text!, /C’est son tour/)
  })

  test('who did not answer is shown so, and called again counts as a no-show', async ({ assert }) => {
    const world = await aWorld()
    const desk = await Agent.atStands(world.globex)
    await desk.post(`${place(world)}/absence`)
    await desk.post(`${place(world)}/call`, { _back: `${at(world)}/dashboard` })
    const { text, toast } = await lineOf(desk, world)
    assert.match(text!, /C’est son tour .*1 absence/)
    assert.match(toast!, /l’appel est renouvelé/)
    await desk.post(`${place(world)}/call`, { _back: `${at(world)}/dashboard` })
    assert.match((await lineOf(desk, world)).refusal, /^Cette personne vient d’être appelée/)
  })

  test('by two stands has her clock at the first, and the other says so', async ({ assert }) => {
    const world = await aWorld()
    await world.initech.join(world.alice, byNobody())
    const desk = await Agent.atStands(world.initech)
    const { body } = await desk.get(`/salon/forum/stands/${world.initech.id}/dashboard`)
    assert.match(textOf(body), /Alice Durand C’est son tour Attend\s: appelé aussi chez Globex/)
  })

  test('is absent once, whoever of the stand says it first', async ({ assert }) => {
    const world = await aWorld()
    const [left, right] = [await Agent.atStands(world.globex), await Agent.atStands(world.globex)]
    await left.post(`${place(world)}/interview`)
    await right.post(`${place(world)}/absence`, { _back: `${at(world)}/dashboard` })
    assert.equal((await lineOf(right, world)).refusal, 'Cette personne n’est pas appelée à ce stand.')
    await right.delete(`${place(world)}/absence`, { _back: `${at(world)}/dashboard` })
    assert.equal((await lineOf(right, world)).refusal, 'Cette personne n’a pas été notée absente à ce stand.')
  })
})

test.group('A long queue', () => {
  test('is searched by name, and keeps its ranks', async ({ assert }) => {
    const world = await aWorld()
    await inLine(world.forum, world.initech, ['Yves', 'Zoé', ...Array.from({ length: 12 }, (_, i) => `Candidat ${i}`)])
    const desk = await Agent.atStands(world.initech)
    const path = `/salon/forum/stands/${world.initech.id}/dashboard`
    assert.include((await desk.get(path)).body, 'role="search"')
    const [, column] = /<section class="column" aria-labelledby="waiting">([\s\S]*?)<\/section>/.exec(
      (await desk.get(`${path}?q=zoe`)).body
    )!
    assert.match(textOf(column), /2 Zoé Martin/)
    assert.notInclude(column, 'Yves')
    assert.include(textOf((await desk.get(`${path}?q=personne`)).body), 'Aucun nom ne correspond dans la file.')
  })

  test('in which everybody is busy says that nobody is available', async ({ assert }) => {
    const world = await aWorld()
    const people = await inLine(world.forum, world.initech, ['Yves', 'Zoé'])
    for (const one of people) await one.pause(byNobody())
    const { body } = await (await Agent.atStands(world.initech)).get(`/salon/forum/stands/${world.initech.id}/dashboard`)
    assert.include(textOf(body), 'Aucun candidat disponible actuellement.')
  })
})

test.group('The number of interviews at a time', () => {
  test('is changed on the stand’s own page where the fair lets it, and nowhere else', async ({ assert }) => {
    const world = await aWorld()
    const desk = await Agent.atStands(world.acme)
    assert.notInclude((await desk.get(dashboard(world))).body, 'name="slots"')
    await world.forum.merge({ standsSetSlots: true }).save()
    const slots = (value: string) => desk.put(`/salon/forum/stands/${world.acme.id}/slots`, { slots: value, _back: dashboard(world) })
    await slots('0')
    const { body } = await desk.get(dashboard(world))
    assert.equal(fieldOf(body, 'slots')!.error, '« Entretiens en même temps » : indiquez un nombre entre 1 et 50.')
    assert.include(body, '<details class="disclosure" open>')
    await slots('2')
    assert.match(textOf((await desk.get(dashboard(world))).body), /En entretien 1 \/2/)
  })
})
