import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import Notification from '#models/messaging/notification'
import { Agent, person } from '#tests/support/agent'
import { textOf } from '#tests/support/html'
import { tell } from '#tests/support/news'
import { queriesOf } from '#tests/support/queries'
import { Formats } from '#services/formats'
import { settings } from '#services/settings'
import { everyRow } from '#tests/support/rows'

const LIST = '/messages/notifications'

/** What the bell says. */
function bell(body: string) {
  return textOf(/<a class="bell[\s\S]*?<\/a>/.exec(body)![0])
}

function told(body: string) {
  return [...body.matchAll(/<li class="told[\s\S]*?<\/li>/g)].map(([item]) => textOf(item))
}

/** Rachid's list: a message, an application, and that his interview is over, the last one first. */
async function aList() {
  const rachid = await person('rachid')
  const at = DateTime.now()
  await tell(rachid, 'messaging.message_received', at.minus({ hours: 3 }), { path: '/salon?when=past' })
  await tell(rachid, 'board.application_received', at.minus({ hours: 2 }))
  await tell(rachid, 'fair.passed', at.minus({ hours: 1 }), { path: '/salon/forum' })
  await tell(await person('paula'), 'fair.passed', at)
  return Agent.as('rachid')
}

test.group('The bell', () => {
  test('counts what is unread and still true, on every page', async ({ assert }) => {
    const rachid = await aList()
    await tell(await person('rachid'), 'fair.called', DateTime.now().minus({ hours: 2 }), { expiresAt: DateTime.now().minus({ hours: 1 }) })
    for (const path of ['/', '/salon', LIST]) assert.equal(bell((await rachid.get(path)).body), 'Notifications, 3 non lues 3', path)
    assert.equal(bell((await (await Agent.as('paula')).get('/')).body), 'Notifications, 1 non lue 1')
    assert.equal(bell((await (await Agent.as('omar')).get('/')).body), 'Notifications')
    assert.notInclude((await (await Agent.visitor()).get('/')).body, 'class="bell')
  })

  test('says "more than" where nobody counts', async ({ assert }) => {
    const many = Array.from({ length: 101 }, () => 'rachid')
    const rachid = await person('rachid')
    await tell(
      many.map(() => rachid),
      'fair.passed',
      DateTime.now()
    )
    const agent = await Agent.as('rachid')
    assert.equal(bell((await agent.get('/')).body), 'Notifications, 99+ non lues 99+')
  })
})

test.group('The list', () => {
  test('shows the last first, by what is unread and by subject, and keeps that in its address', async ({ assert }) => {
    const rachid = await aList()
    const [first, second, third, ...more] = told((await rachid.get(LIST)).body)
    // An hour ago is yesterday, just after midnight.
    const day = new Formats('fr', settings().zone).day(DateTime.now().minus({ hours: 1 }).toJSDate())
    assert.match(first, new RegExp(`^Votre entretien chez Globex est terminé.* Non lue ${day} à \\d`))
    assert.match(second, /^Nouvelle candidature de Alice Durand/)
    assert.match(third, /^Message de Rachid Benali/)
    assert.lengthOf(more, 0)
    assert.lengthOf(told((await rachid.get(`${LIST}?group=board`)).body), 1)
    await Notification.query()
      .where({ user_id: (await person('rachid')).id, kind: 'board.application_received' })
      .update({ read_at: new Date() })
    const { body } = await rachid.get(`${LIST}?show=unread`)
    assert.lengthOf(told(body), 2)
    assert.include(body, 'href="/messages/notifications?show=unread&amp;group=fair"')
    assert.include(textOf((await rachid.get(`${LIST}?show=unread&group=board`)).body), 'Vous avez tout lu')
  })

  test('has pages of twenty, and as many queries whatever it holds', async ({ assert }) => {
    const rachid = await aList()
    const cost = async () => (await queriesOf(() => rachid.get(LIST))).length
    const few = await cost()
    const user = await person('rachid')
    for (let n = 0; n < 20; n++) await tell(user, 'fair.passed', DateTime.now().minus({ minutes: n }))
    assert.equal(await cost(), few)
    assert.lengthOf(told((await rachid.get(LIST)).body), 20)
    assert.lengthOf(told((await rachid.get(`${LIST}?page=2`)).body), 3)
  })

  test('says what to expect when it is empty', async ({ assert }) => {
    assert.include(textOf((await (await Agent.as('omar')).get(LIST)).body), 'Rien pour l’instant')
  })

  test('leads to what each is about and marks it read; looking marks nothing', async ({ assert }) => {
    const rachid = await aList()
    const before = await everyRow()
    const { body } = await rachid.get(LIST)
    assert.deepEqual(await everyRow(), before)
    const [, action, to] = /formaction="([^"]+)" name="to" value="([^"]+)"/.exec(body)!
    assert.equal((await rachid.post(action, { to, _back: LIST })).location, '/salon/forum')
    assert.lengthOf(told((await rachid.get(`${LIST}?show=unread`)).body), 2)
  })

  test('is read at once, or one subject of it, and nobody else’s is', async ({ assert }) => {
    const rachid = await aList()
    assert.equal((await rachid.post(`${LIST}/readings`, { group: 'board', _back: `${LIST}?group=board` })).location, `${LIST}?group=board`)
    assert.equal(bell((await rachid.get('/')).body), 'Notifications, 2 non lues 2')
    assert.equal((await rachid.post(`${LIST}/readings`)).location, LIST)
    assert.equal(bell((await rachid.get('/')).body), 'Notifications')
    assert.equal(bell((await (await Agent.as('paula')).get('/')).body), 'Notifications, 1 non lue 1')
  })
})
