import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { aPoste, aSite, aVisitor, atDesk, issued } from '#database/factories/postes/sites'
import { Agent } from '#tests/support/agent'
import { Stream } from '#tests/support/stream'

test.group('What anybody hears of a site', (group) => {
  Stream.forGroup(group)

  test('is that a poste was taken or given back, never what happens there meanwhile', async ({ assert }) => {
    const site = await aSite()
    const [poste, other] = [await aPoste(site), await aPoste(site)]
    const free = `sites/${site.id}/free`
    const stream = await Stream.open(await Agent.visitor(), [free])
    const heard = (times: number) => stream.until((one) => one.heard.filter((channel) => channel === free).length >= times)
    const session = await issued(site, poste)
    await heard(1)
    await session.start(atDesk())
    await session.askForTime(15, atDesk())
    await session.answerExtension((await db.from('extensions').where('poste_session_id', session.id).firstOrFail()).id, true, atDesk())
    await session.suspend(atDesk())
    await session.resume(atDesk())
    await poste.say('station', 'Je ne trouve plus mon document.', atDesk())
    // A mark: whatever was said before it would have been heard.
    await other.maintain(null, atDesk())
    await heard(2)
    await session.end('desk', atDesk())
    await heard(3)
    assert.deepEqual(stream.heard, [free, free, free])
  })
})

test.group('What the screen that calls hears', (group) => {
  Stream.forGroup(group)

  test('is that somebody who was called is forgotten, or is somebody else', async () => {
    const site = await aSite()
    const [gone, kept, twice] = [await aVisitor(site), await aVisitor(site), await aVisitor(site)]
    for (const { id } of [gone, kept, twice]) await (await site.takeTicket(id, 30, atDesk())).call(atDesk())
    const wall = `sites/${site.id}/wall`
    const stream = await Stream.open(await Agent.as('omar'), [wall])
    const heard = (times: number) => stream.until((one) => one.heard.filter((channel) => channel === wall).length >= times)
    await gone.anonymise(atDesk())
    await heard(1)
    await kept.absorb(twice.id, atDesk())
    await heard(2)
  })
})
