import http from 'node:http'
import { setImmediate as turn } from 'node:timers/promises'
import { test } from '@japa/runner'
import transmit from '@adonisjs/transmit/services/main'
import { aFair, aStand, anAttendee, byNobody } from '#database/factories/fair/fairs'
import { streams } from '#services/live_streams'
import { Agent, baseUrl, person } from '#tests/support/agent'
import { eventually } from '#tests/support/time'

/** A phone that goes into a tunnel: the request is sent, and given up after some turns of the server's loop. */
async function giveUp(path: string, headers: Record<string, string>, turns: number) {
  const request = http.get(`${baseUrl()}${path}`, { headers, agent: false }, (response) => response.resume())
  request.on('error', () => undefined)
  for (let i = 0; i < turns; i++) await turn()
  request.destroy()
}

test.group('Pages that give up while their stream is being opened', () => {
  test('leave nothing behind', async ({ assert }) => {
    const fair = await aFair()
    const alice = await person('alice')
    const attendee = await anAttendee(fair, 'Alice', alice.id)
    const channels: string[] = []
    for (let i = 0; i < 6; i++) {
      const stand = await aStand(fair)
      await stand.join(attendee, byNobody())
      channels.push(`c=stands/${stand.id}/queue`)
    }
    const agent = await Agent.as('alice')
    for (let i = 0; i < 80; i++) await giveUp(`/live?${channels.join('&')}`, agent.headers, i * 4)
    await eventually(() => assert.equal(streams.count, 0))
    assert.lengthOf([...transmit.getManager().getAllSubscribers()], 0)
  })
})
