import { test } from '@japa/runner'
import { aFair, aStand, anAttendee, byNobody, inLine } from '#database/factories/fair/fairs'
import { person } from '#tests/support/agent'
import { interviewOf } from '#tests/support/fair'
import { deskAt, deskOf, listening, phoneOf, press, withBrowser } from '#tests/support/pages'

test.group('When the world is not perfect', (group) => {
  withBrowser(group)

  test('offline, the page says so; back, it shows what happened meanwhile', async () => {
    const fair = await aFair()
    const stand = await aStand(fair, { name: 'Acme' })
    const attendee = await anAttendee(fair, 'Alice', (await person('alice')).id)
    await stand.pause(byNobody())
    const alice = await phoneOf('alice')
    await alice.goto(`/salon/${fair.slug}/my`)
    await listening(alice)

    await alice.context().setOffline(true)
    await alice.getByText('Connexion perdue').waitFor()
    await stand.resume(byNobody())
    await stand.join(attendee, byNobody())
    await alice.context().setOffline(false)
    await alice.getByRole('heading', { name: 'C’est votre tour chez Acme' }).waitFor()
    await alice.getByText('Connexion rétablie').waitFor()
  })

  test('with the stream refused, the page asks by itself', async () => {
    const fair = await aFair()
    const stand = await aStand(fair, { name: 'Acme' })
    const desk = await deskAt(stand)
    await desk.route('**/live?**', (route) => route.abort())
    await desk.goto(`/salon/${fair.slug}/stands/${stand.id}/dashboard`)
    await desk.getByText('Connexion perdue').waitFor()
    await stand.join(await anAttendee(fair, 'Zoé'), byNobody())
    await desk.locator('.person__name', { hasText: 'Zoé Martin' }).waitFor({ timeout: 10_000 })
  })

  test('a link that is replaced closes the dashboard that it had opened', async () => {
    const fair = await aFair()
    const stand = await aStand(fair, { name: 'Acme' })
    const desk = await deskAt(stand)
    await desk.goto(`/salon/${fair.slug}/stands/${stand.id}/dashboard`)
    await listening(desk)
    await stand.regenerateLink(fair, byNobody())
    await desk.getByRole('heading', { name: 'Ce lien n’ouvre plus cette page' }).waitFor()
  })

  test('a draft being typed and an unfolded part survive a refresh', async ({ assert }) => {
    const fair = await aFair()
    const [acme] = [await aStand(fair, { name: 'Acme' }), await aStand(fair, { name: 'Globex' })]
    const attendee = await anAttendee(fair, 'Alice', (await person('alice')).id)
    await acme.join(await anAttendee(fair, 'Zoé'), byNobody())
    await acme.join(attendee, byNobody())
    const alice = await phoneOf('alice')
    await alice.goto(`/salon/${fair.slug}/my`)
    await listening(alice)
    await press(alice.getByRole('button', { name: 'Quitter la file chez Acme' }))
    const question = alice.getByRole('dialog', { name: 'Quitter la file chez Acme' })
    await question.getByText('Vous perdrez votre place').waitFor()
    await acme.pause(byNobody())
    await alice.getByText('Acme est actuellement en pause').waitFor()
    assert.isTrue(await question.isVisible())
    await press(question.getByRole('button', { name: 'Annuler' }))
    await question.waitFor({ state: 'hidden' })

    const room = await deskOf('adrien')
    await room.goto(`/salon/${fair.slug}/control?open=${acme.id}`)
    await listening(room)
    await room.getByRole('link', { name: 'Zoé Martin' }).waitFor()
    await room.getByRole('searchbox', { name: 'Rechercher une entreprise' }).fill('un brouillon')
    await acme.join(await anAttendee(fair, 'Yves'), byNobody()).catch(() => undefined)
    await acme.resume(byNobody())
    await acme.join(await anAttendee(fair, 'Xavier'), byNobody())
    await room.getByRole('link', { name: 'Xavier Martin' }).waitFor()
    assert.equal(await room.getByRole('searchbox', { name: 'Rechercher une entreprise' }).inputValue(), 'un brouillon')
  })

  test('a form in a part that refreshes keeps what is being typed', async ({ assert }) => {
    const desk = await deskOf('adrien')
    const fair = await aFair()
    const stand = await aStand(fair)
    // No part of ours holds a form yet; rooms to come will.
    let times = 0
    await desk.route('**/control/region*', async (route) => {
      const response = await route.fetch()
      const form = `<form data-keep id="note"><label for="text">Note ${++times}</label><input id="text"></form>`
      await route.fulfill({ response, body: (await response.text()).replace(/<div id="room"[^>]*>/, (opening) => opening + form) })
    })
    await desk.goto(`/salon/${fair.slug}/control`)
    await listening(desk)
    await stand.pause(byNobody())
    await desk.locator('#room .table .badge--paused').waitFor()
    const heading = await desk.locator('#note').innerText()
    await desk.locator('#text').fill('ce que je tape')
    await desk.locator('#text').blur()
    await stand.resume(byNobody())
    await desk.locator('#room .table .badge--paused').waitFor({ state: 'detached' })
    assert.equal(await desk.locator('#text').inputValue(), 'ce que je tape')
    assert.equal(await desk.locator('#note').innerText(), heading)
    assert.notEqual(heading, `Note ${times}`)
  })

  test('a computer whose clock is an hour ahead may take back as any other', async () => {
    const fair = await aFair()
    const stand = await aStand(fair)
    const [alice] = await inLine(fair, stand, ['Alice'])
    await stand.startInterview(alice, byNobody())
    const desk = await deskAt(stand)
    // Seen from that computer, the server is an hour behind.
    const hour = 3_600_000
    const behind = (body: string) =>
      body
        .replace(/(name="rendered-at" content=")(\d+)/, (_, before, at) => before + (Number(at) - hour))
        .replace(/(data-until=")([^"]+)/g, (_, before, at) => before + new Date(Date.parse(at) - hour).toISOString())
    await desk.route('**/dashboard**', async (route) => {
      const response = await route.fetch()
      await route.fulfill({ response, body: behind(await response.text()) })
    })
    await desk.goto(`/salon/${fair.slug}/stands/${stand.id}/dashboard`)
    await listening(desk)
    await stand.markPassed(await interviewOf(alice), byNobody())
    const undo = desk.locator('button[data-until]')
    await undo.waitFor()
    // What was offered until an hour and a minute ago goes at the next tick; what may still be taken back does not.
    await desk.evaluate(() => {
      const over = new Date(Date.now() - 3_660_000).toISOString()
      document.body.insertAdjacentHTML('beforeend', `<p id="over" data-until="${over}">trop tard</p>`)
    })
    await desk.locator('#over').waitFor({ state: 'detached' })
    await undo.click()
    await desk.getByText('En entretien').first().waitFor()
    await undo.waitFor({ state: 'detached' })
  })

  test('two people at one stand on two computers see the same thing', async () => {
    const fair = await aFair()
    const stand = await aStand(fair, { name: 'Acme' })
    await stand.join(await anAttendee(fair, 'Zoé'), byNobody())
    const [left, right] = await Promise.all([deskAt(stand), deskAt(stand)])
    for (const desk of [left, right]) {
      await desk.goto(`/salon/${fair.slug}/stands/${stand.id}/dashboard`)
      await listening(desk)
    }
    await press(left.getByRole('button', { name: 'Mettre en pause' }))
    await press(right.getByRole('button', { name: 'Reprendre' }))
    await left.getByRole('button', { name: 'Mettre en pause' }).waitFor()
  })
})
