import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import Setting from '#models/monitoring/setting'
import { editionOf, refreshSettings, settings, valuesOf } from '#services/settings'
import { person } from '#tests/support/agent'

async function byAdrien() {
  const { id } = await person('adrien')
  return { by: { kind: 'user' as const, id }, at: DateTime.utc() }
}

const lines = () => db.from('audit_events').where('object_type', 'setting').orderBy('id').select('action', 'changes', 'actor_id')

test.group('The settings', () => {
  test('are the defaults until somebody changes them, then what they said, and it is audited', async ({ assert }) => {
    assert.equal(settings().zone, 'Europe/Paris')
    const act = await byAdrien()
    const values = { ...valuesOf('instance'), zone: 'Africa/Dakar', email: 'adrien@mairie.example' }
    await Setting.change('instance', values, editionOf('instance'), act)
    assert.containsSubset(settings(), { zone: 'Africa/Dakar', name: 'Tremplin', email: 'adrien@mairie.example' })
    assert.deepEqual(await lines(), [
      { action: 'monitoring.settings.instance', changes: { zone: ['Europe/Paris', 'Africa/Dakar'], email: true }, actor_id: act.by.id },
    ])
    await Setting.change('instance', valuesOf('instance'), editionOf('instance'), act)
    assert.lengthOf(await lines(), 1, 'nothing changed')
  })

  test('go back to their defaults, a group at a time', async ({ assert }) => {
    const act = await byAdrien()
    await Setting.change('retention', { audit: 400, notifications: 30 }, editionOf('retention'), act)
    await Setting.change('fair', { undoSeconds: 30 }, editionOf('fair'), act)
    await Setting.reset('retention', act)
    assert.containsSubset(settings(), { retention: { audit: 1825, notifications: 180 }, fair: { undoSeconds: 30 } })
    assert.deepEqual((await lines()).at(-1).changes, { audit: [400, 1825], notifications: [30, 180] })
  })

  test('are not changed over what somebody else has saved meanwhile', async ({ assert }) => {
    const act = await byAdrien()
    const edition = editionOf('quiet')
    await Setting.change('quiet', { quietFrom: 21, quietTo: 8 }, edition, act)
    await Setting.change('fair', { undoSeconds: 30 }, editionOf('fair'), act)
    await assert.rejects(() => Setting.change('quiet', { quietFrom: 22, quietTo: 7 }, edition, act), /changed_meanwhile/)
    assert.containsSubset(settings(), { quietFrom: 21, quietTo: 8 })
    assert.equal((await Setting.lastChanges()).get('quiet')!.author.email, 'adrien@example.org')
  })

  test('that another version wrote out of the bounds of this one are as by default', async ({ assert }) => {
    const at = new Date()
    for (const [key, value] of [
      ['limits.signInTries', 100_000],
      ['instance.zone', 'Mars/Olympus'],
      ['hours.monday', [['12:00', '09:00']]],
      ['instance.locales', ['tlh']],
      ['fair.unknown', 3],
    ] as const)
      await db.table('settings').insert({ key, value: JSON.stringify(value), updated_at: at })
    await refreshSettings()
    assert.equal(settings().limits.signInTries, 10)
    assert.containsSubset(settings(), {
      zone: 'Europe/Paris',
      locales: ['fr', 'en'],
      openingHours: {
        monday: [
          ['09:00', '12:00'],
          ['14:00', '17:00'],
        ],
      },
    })
  })
})
