import { test } from '@japa/runner'
import { Agent } from '#tests/support/agent'
import { fieldOf } from '#tests/support/html'
import { everyRow } from '#tests/support/rows'
import { aWorld } from '#tests/support/world'

test.group('The forms of Odile', () => {
  test('come back as typed when an answer is wrong, with the sentence beside it', async ({ assert }) => {
    const { acme } = await aWorld()
    const odile = await Agent.as('odile')
    const page = `/salon/forum/stands/${acme.id}/edit`
    const cases: [Record<string, string>, string, string][] = [
      [{ name: 'Acme & fils', slots: '0', queueLimit: '' }, 'slots', '« Entretiens en même temps » : indiquez un nombre entre 1 et 50.'],
      [{ name: 'Acme & fils', slots: 'deux', queueLimit: '' }, 'slots', '« Entretiens en même temps » : indiquez un nombre.'],
      [{ name: '', slots: '2', queueLimit: '3' }, 'name', 'Indiquez le nom.'],
      [{ name: 'globex', slots: '2', queueLimit: '3' }, 'name', 'Un stand porte déjà ce nom dans ce salon. Choisissez-en un autre.'],
      [{ name: 'Acme', slots: '2', queueLimit: '1.5' }, 'queueLimit', '« Limite de la file » : indiquez un nombre entier.'],
    ]
    const before = await everyRow()
    for (const [typed, field, sentence] of cases) {
      assert.equal((await odile.put(`/salon/forum/stands/${acme.id}`, { ...typed, _back: page })).location, page)
      const { body } = await odile.get(page)
      assert.equal(fieldOf(body, field)!.error, sentence)
      for (const [name, value] of Object.entries(typed)) if (value) assert.equal(fieldOf(body, name)!.value, value)
    }
    assert.deepEqual(await everyRow(), before)
  })
})
