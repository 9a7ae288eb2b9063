import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { PASSWORD } from '#database/seeders/cast_seeder'
import SecretLink from '#models/accounts/secret_link'
import { Agent, baseUrl } from '#tests/support/agent'
import { textOf } from '#tests/support/html'
import { everyRow } from '#tests/support/rows'
import { aWorld } from '#tests/support/world'
import { byNobody } from '#database/factories/fair/fairs'

const INVALID = 'Ce lien n’est plus valide. Demandez le nouveau lien à l’organisateur.'

test.group('The secret link of Acme', () => {
  test('shows a button, and changes nothing until it is pressed: scanners open every link', async ({ assert }) => {
    const { token, acme } = await aWorld()
    const desk = await Agent.visitor()
    const before = await everyRow()
    const page = await desk.get(`/salon/links/${token}`)
    assert.include(textOf(page.body), 'Ouvrir mon tableau de bord')
    assert.deepEqual(await everyRow(), before)
    assert.equal((await desk.get(`/salon/forum/stands/${acme.id}/dashboard`)).status, 403)
  })

  test('is told to nobody by the page that it opens', async ({ assert }) => {
    const { token } = await aWorld()
    const { headers, body } = await (await Agent.visitor()).get(`/salon/links/${token}`)
    assert.equal(headers.get('referrer-policy'), 'no-referrer')
    assert.equal(headers.get('x-robots-tag'), 'none')
    assert.include(body, '<meta name="robots" content="none">')
    assert.notMatch(body, /<a [^>]*href="https?:/)
  })

  test('leads to the dashboard once pressed, and leaves the address', async ({ assert }) => {
    const { token, acme } = await aWorld()
    const desk = await Agent.visitor()
    const answer = await desk.post(`/salon/links/${token}`)
    assert.equal(answer.location, `/salon/forum/stands/${acme.id}/dashboard`)
    const page = await desk.get(answer.location!)
    assert.equal(page.status, 200)
    assert.notInclude(page.body, token)
  })

  test('replaced by Odile opens nothing any more, nor does what it had opened', async ({ assert }) => {
    const { token, acme } = await aWorld()
    const desk = await Agent.atStands(acme)
    const odile = await Agent.as('odile')
    await odile.post(`/salon/forum/stands/${acme.id}/link`)
    const closed = await desk.get(`/salon/forum/stands/${acme.id}/dashboard`)
    assert.equal(closed.status, 403)
    assert.include(textOf(closed.body), INVALID)
    assert.notInclude(textOf(closed.body), 'votre compte')
    assert.equal((await desk.post(`/salon/forum/stands/${acme.id}/pause`)).status, 403)
    const old = await desk.get(`/salon/links/${token}`)
    assert.equal(old.status, 404)
    assert.include(textOf(old.body), INVALID)
    for (const { body } of [closed, old]) assert.include(body, '<h1>Ce lien n’ouvre plus cette page</h1>')

    const { body } = await odile.get(`/salon/forum/stands/${acme.id}/link`)
    const address = /id="secret" readonly value="([^"]*)"/.exec(body)![1]
    assert.equal(new URL(address).origin, baseUrl())
    assert.equal((await desk.post(new URL(address).pathname)).status, 303)
    assert.equal((await desk.get(`/salon/forum/stands/${acme.id}/dashboard`)).status, 200)
  })

  test('is kept as a hash, and encrypted for those who may show it', async ({ assert }) => {
    const { token, acme } = await aWorld()
    const row = await db.from('secret_links').where('stand_id', acme.id).whereNull('revoked_at').firstOrFail()
    assert.notInclude(JSON.stringify({ ...row, token_hash: row.token_hash.toString('latin1') }), token)
    assert.isAtLeast(Buffer.from(token, 'base64url').length, 24)
    assert.isNotNull(await SecretLink.opened(token, DateTime.now()))
    for (const wrong of ['', token.slice(1), `${token}x`, token.toLowerCase(), row.token_hash.toString('hex')])
      assert.isNull(await SecretLink.opened(wrong, DateTime.now()), wrong)
  })

  test('is no longer valid a day after the fair, whose new end it follows', async ({ assert }) => {
    const { token, forum } = await aWorld()
    const after = (hours: number) => SecretLink.opened(token, forum.endsAt.plus({ hours }))
    assert.isNotNull(await after(23.9))
    assert.isNull(await after(24.1))
    await forum.reschedule({ name: 'Forum', place: 'Ici', startsAt: forum.startsAt, endsAt: forum.endsAt.minus({ hours: 2 }) }, byNobody())
    assert.isNull(await SecretLink.opened(token, forum.endsAt.plus({ hours: 24, minutes: 1 })))
  })

  test('lets one browser hold two stands, and a person besides', async ({ assert }) => {
    const { acme, globex, token } = await aWorld()
    const desk = await Agent.visitor()
    for (const stand of [acme, globex]) await desk.post((await stand.link())!.path!)
    await desk.post(`/salon/links/${token}`)
    await desk.post('/compte/sign-ins', { email: 'alice@example.org', password: PASSWORD })
    for (const stand of [acme, globex]) assert.equal((await desk.get(`/salon/forum/stands/${stand.id}/dashboard`)).status, 200)
    assert.include((await desk.get('/salon')).body, 'alice@example.org')
  })

  test('encrypted with a key that is lost is not shown as another: it is to be replaced', async ({ assert }) => {
    const { acme } = await aWorld()
    await db.from('secret_links').where('stand_id', acme.id).update({ token_encrypted: 'x' })
    const { status, body } = await (await Agent.as('odile')).get(`/salon/forum/stands/${acme.id}/link`)
    assert.equal(status, 200)
    assert.include(textOf(body), 'Remplacez-le.')
    assert.notInclude(body, '/salon/links/')
  })

  test('speaks in the audit as the stand, not as whoever sits there', async ({ assert }) => {
    const { acme } = await aWorld()
    await (await Agent.atStands(acme)).post(`/salon/forum/stands/${acme.id}/pause`)
    const line = await db.from('audit_events').where('action', 'fair.stand.paused').orderBy('id', 'desc').firstOrFail()
    assert.containsSubset(line, { actor_kind: 'stand', actor_id: acme.id, address: '127.0.0.1' })
    await (await Agent.as('odile')).delete(`/salon/forum/stands/${acme.id}/pause`)
    const next = await db.from('audit_events').where('action', 'fair.stand.resumed').orderBy('id', 'desc').firstOrFail()
    assert.equal(next.actor_kind, 'user')
  })
})
