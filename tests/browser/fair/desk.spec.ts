import { test } from '@japa/runner'
import { aFair, aStand, anAttendee, byNobody, inLine } from '#database/factories/fair/fairs'
import { deskAt, listening, press, withBrowser } from '#tests/support/pages'

test.group('A stand’s screen', (group) => {
  withBrowser(group)

  test('on two computers shows the same, says what the other did, and keeps a draft', async ({ assert }) => {
    const fair = await aFair()
    const stand = await aStand(fair, { name: 'Acme', slots: 2 })
    for (const one of await inLine(fair, stand, ['Alice', 'Bob'])) await stand.startInterview(one, byNobody())
    const [left, right] = [await deskAt(stand), await deskAt(stand)]
    for (const desk of [left, right]) {
      await desk.goto(`/salon/${fair.slug}/stands/${stand.id}/dashboard`)
      await listening(desk)
    }

    await right.getByRole('link', { name: /^Noter\s: Alice/ }).click()
    await right.getByLabel('Votre note').fill('Un brouillon')
    await listening(right)
    await left.getByRole('checkbox', { name: 'Cocher Bob Martin' }).check()
    await stand.join(await anAttendee(fair, 'Chloé'), byNobody())
    for (const desk of [left, right]) await desk.locator('.toast', { hasText: 'Chloé Martin a rejoint la file' }).waitFor()
    assert.equal(await left.locator('.toast').count(), 1)
    assert.isTrue(await left.getByRole('checkbox', { name: 'Cocher Bob Martin' }).isChecked())

    await press(left.getByRole('button', { name: 'Marquer passées les personnes cochées' }))
    await right.locator('.person--passed', { hasText: 'Bob Martin' }).waitFor()
    await right.locator('.toast', { hasText: 'Entretien terminé avec Bob Martin' }).waitFor()
    await press(right.getByRole('button', { name: /^Faire entrer/ }))
    await right.locator('.person--inside', { hasText: 'Chloé Martin' }).waitFor()
    assert.equal(await right.getByLabel('Votre note').inputValue(), 'Un brouillon')

    // The other's page has not heard of it yet.
    await left.route('**/region*', (route) => route.abort())
    await right.getByRole('radio', { name: '4' }).check({ force: true })
    await press(right.getByRole('button', { name: 'Enregistrer la note' }))
    await right.getByText('Alice Martin : la note est enregistrée.').waitFor()
    const chloe = (await stand.related('interviews').query().whereNull('ended_at').orderBy('id', 'desc').firstOrFail()).id
    await press(right.locator(`#interview-${chloe}`).getByRole('button', { name: /^Marquer passé/ }))
    await right.locator('.person--passed', { hasText: 'Chloé Martin' }).waitFor()
    await press(left.locator(`#interview-${chloe}`).getByRole('button', { name: /^Marquer passé/ }))
    await left.getByText('L’entretien de cette personne est déjà terminé.').waitFor()
  })

  test('shows at most three toasts at once, and how many others there are', async ({ assert }) => {
    const fair = await aFair()
    const stand = await aStand(fair, { name: 'Acme' })
    const desk = await deskAt(stand)
    await desk.goto(`/salon/${fair.slug}/stands/${stand.id}/dashboard`)
    await listening(desk)
    await desk.route('**/region*', (route) => route.abort())
    await inLine(fair, stand, ['Alice', 'Bob', 'Chloé', 'David', 'Emma'])
    await desk.unroute('**/region*')
    await stand.pause(byNobody())
    await desk.locator('.toast').first().waitFor()
    const toasts = (await desk.locator('.toast p').allTextContents()).toReversed()
    assert.deepEqual(toasts, [
      'Le stand est en pause',
      'Emma Martin a rejoint la file',
      'David Martin a rejoint la file, et 3 autres événements',
    ])
  })
})

test.group('A note that somebody is writing', (group) => {
  withBrowser(group)

  test('is there again after another person’s note was read, and gone once it is saved or discarded', async ({ assert }) => {
    const fair = await aFair()
    const stand = await aStand(fair, { name: 'Acme', slots: 2 })
    for (const one of await inLine(fair, stand, ['Alice', 'Bob'])) await stand.startInterview(one, byNobody())
    const desk = await deskAt(stand)
    const open = (name: string) => desk.getByRole('link', { name: new RegExp(`: ${name}`) }).click()
    const note = desk.getByLabel('Votre note')
    const resumed = desk.getByText('Votre brouillon est repris')
    await desk.goto(`/salon/${fair.slug}/stands/${stand.id}/dashboard`)

    await open('Alice')
    await note.fill('Parle trois langues')
    await desk.locator('.pick', { hasText: '4' }).click()
    await open('Bob')
    await desk.getByRole('heading', { name: 'Bob Martin' }).waitFor()
    assert.equal(await note.inputValue(), '')
    await note.fill('À rappeler')
    await open('Alice')
    await resumed.waitFor()
    assert.equal(await note.inputValue(), 'Parle trois langues')
    assert.isTrue(await desk.getByRole('radio', { name: '4' }).isChecked())

    await press(desk.getByRole('button', { name: 'Enregistrer la note' }))
    await desk.getByText('Alice Martin : la note est enregistrée.').waitFor()
    await open('Alice')
    assert.equal(await note.inputValue(), 'Parle trois langues')
    assert.isFalse(await resumed.isVisible())

    await open('Bob')
    await resumed.waitFor()
    await desk.getByRole('button', { name: 'Effacer le brouillon' }).click()
    assert.equal(await note.inputValue(), '')
    await desk.reload()
    assert.equal(await note.inputValue(), '')
  })

  test('discarded for what a colleague saved meanwhile is written over that', async ({ assert }) => {
    const fair = await aFair()
    const stand = await aStand(fair, { name: 'Acme' })
    const [alice] = await inLine(fair, stand, ['Alice'])
    await stand.startInterview(alice, byNobody())
    const entry = await stand.related('entries').query().firstOrFail()
    const desk = await deskAt(stand)
    const note = desk.getByLabel('Votre note')
    await desk.goto(`/salon/${fair.slug}/stands/${stand.id}/dashboard?note=${entry.id}`)
    await note.fill('Un brouillon')
    await stand.writeNote(entry, { text: 'Parle trois langues', interest: null }, 0, byNobody())
    await desk.reload()
    await desk.getByText('Votre brouillon est repris').waitFor()
    await desk.getByRole('button', { name: 'Effacer le brouillon' }).click()
    assert.equal(await note.inputValue(), 'Parle trois langues')
    await note.fill('Parle trois langues, et le coréen')
    await press(desk.getByRole('button', { name: 'Enregistrer la note' }))
    await desk.getByText('Alice Martin : la note est enregistrée.').waitFor()
    assert.equal((await stand.noteOn(entry))!.text, 'Parle trois langues, et le coréen')
  })
})
