import { test } from '@japa/runner'
import { aPoste, aSite, aVisitor, atDesk, running } from '#database/factories/postes/sites'
import { Agent } from '#tests/support/agent'
import { fieldOf, refusalOf, summaryOf, textOf } from '#tests/support/html'

async function room() {
  const site = await aSite()
  const [first, second] = [await aPoste(site, { name: 'Poste A' }), await aPoste(site, { name: 'Poste B' })]
  return { site, first, second, omar: await Agent.as('omar') }
}

/** Whom the form that came back would be about: `''` is a guest, undefined nobody. A browser takes the last that is checked. */
const chosenOf = (body: string) => [...body.matchAll(/name="visitorId" value="(\d*)"[^>]* checked/g)].at(-1)?.[1]

test.group('A form of the desk that comes back with what is wrong', () => {
  test('has its poste unfolded, wherever it was sent from, and leads to the field', async ({ assert }) => {
    const { site, first, second, omar } = await room()
    const session = await running(site, first, 60)
    const own = `${site.path}/sessions/${session.id}`
    const desk = `${site.path}/desk`
    const long = 'x'.repeat(600)
    for (const [method, path, form, field, poste] of [
      ['POST', `${own}/additions`, { minutes: '500' }, 'minutes', 'Poste A'],
      ['POST', `${site.path}/postes/${second.id}/messages`, { words: long }, 'words', 'Poste B'],
      ['POST', `${site.path}/postes/${second.id}/maintenance`, { maintenance: long }, 'maintenance', 'Poste B'],
      ['DELETE', own, { sentence: long }, 'sentence', 'Poste A'],
    ] as const) {
      await omar.send(method, path, { ...form, _back: desk })
      const { body } = await omar.get(desk)
      assert.equal(summaryOf(body)[0]?.field, field, path)
      assert.include(body, `id="field-${field}"`)
      assert.include(textOf(/id="poste-title">.*/.exec(body)![0]), poste)
      assert.equal(/<dialog[^>]* id="end"[^>]* open/.test(body), field === 'sentence')
    }
    assert.equal(fieldOf((await omar.get(desk)).body, 'minutes'), undefined, 'once')
    // What is about no poste leads nowhere: it is said.
    await running(site, second, 60)
    await omar.post(`${site.path}/sessions`, { _back: desk })
    const { body } = await omar.get(desk)
    assert.deepEqual(refusalOf(body), ['Aucun poste n’est libre. Inscrivez la personne sur la liste d’attente.'])
    assert.notInclude(body, 'href="#field-')
  })

  test('keeps whom it was about: a guest stays one, and nobody becomes one', async ({ assert }) => {
    const { site, first, omar } = await room()
    const [ana, zoe] = [await aVisitor(site, 'Ana'), await aVisitor(site, 'Zoé')]
    await running(site, first, 30)
    for (const path of ['sessions', 'tickets']) {
      const back = `${site.path}/${path}/create`
      const sent = async (visitorId: string, from = back) => {
        await omar.post(`${site.path}/${path}`, { visitorId, other: '500', _back: from })
        const { body } = await omar.get(from)
        assert.isNotEmpty(refusalOf(body))
        return body
      }
      assert.equal(chosenOf(await sent('')), '')
      // Looked for, and left for a guest.
      const sought = `${back}?q=${encodeURIComponent(`${zoe.givenName} Hoarau`)}`
      assert.equal(chosenOf((await omar.get(sought)).body), String(zoe.id))
      assert.equal(chosenOf(await sent('', sought)), '')
      // Found as one types: the address does not say so.
      const body = await sent(String(ana.id))
      assert.equal(chosenOf(body), String(ana.id))
      assert.include(textOf(body), 'Ana Hoarau')
    }
    const session = await site.issue({ visitorId: ana.id, minutes: 30 }, atDesk())
    const create = `${site.path}/sessions/create`
    await omar.post(`${site.path}/sessions`, { visitorId: String(ana.id), minutes: '30', _back: create })
    assert.equal(chosenOf((await omar.get(create)).body), String(ana.id), 'refused again, rather than given to a guest')
    assert.equal(session.visitorId, ana.id)
  })
})
