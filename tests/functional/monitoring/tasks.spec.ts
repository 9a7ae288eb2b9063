import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import TaskRun from '#models/monitoring/task_run'
import { settled } from '#services/recurring'
import { Agent } from '#tests/support/agent'
import { textOf } from '#tests/support/html'

const SWEEP = '/admin/tasks/sessions.sweep'
const runs = () => TaskRun.query().where('task', 'sessions.sweep')

test.group('The page of tasks', () => {
  test('says of each when it ran, with which outcome, and when it will', async ({ assert }) => {
    await TaskRun.execute('audit.months', DateTime.utc(), () => Promise.reject(new Error('disk <full>')))
    const adrien = await Agent.as('adrien')
    const { body } = await adrien.get('/admin/tasks')
    const text = textOf(body)
    assert.match(
      text,
      /Préparer les mois du journal d’audit Dernière fois Échec en \S+ s disk <full> aujourd’hui à .* Prochaine fois .*tous les jours/
    )
    assert.include(text, 'toutes les 15 min')
    assert.include(text, 'jamais')
  })

  test('runs one now, once for two presses, and its history says who asked', async ({ assert }) => {
    const adrien = await Agent.as('adrien')
    const { body } = await adrien.get('/admin/tasks')
    const [, action] = /formaction="([^"]*sessions\.sweep[^"]*)"/.exec(body)!
    for (let press = 0; press < 2; press++) {
      assert.equal((await adrien.post(action)).location, '/admin/tasks')
      await settled()
    }
    assert.lengthOf(await runs(), 1)
    const history = textOf((await adrien.get(SWEEP)).body)
    assert.match(history, /1 exécution .*Faite en \S+ s Adrien/)
    assert.include((await adrien.get('/admin/tasks')).body, `runs?after=${(await runs().firstOrFail()).id}`)
  })

  test('shows a long history a page at a time', async ({ assert }) => {
    for (let n = 0; n < 21; n++) await TaskRun.execute('sessions.sweep', DateTime.utc().minus({ hours: n }), async () => {})
    const adrien = await Agent.as('adrien')
    const rows = async (page: number) => (await adrien.get(`${SWEEP}?page=${page}`)).body.match(/id="run-/g)?.length ?? 0
    assert.deepEqual([await rows(1), await rows(2), await rows(3)], [20, 1, 0])
    assert.equal((await adrien.get('/admin/tasks/nothing.here')).status, 404)
  })
})
