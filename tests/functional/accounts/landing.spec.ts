import { test } from '@japa/runner'
import { aUser, anOrganisation, byUser } from '#database/factories/accounts/organisations'
import { aFair, byNobody } from '#database/factories/fair/fairs'
import { PASSWORD, type Person } from '#database/seeders/cast_seeder'
import Fair from '#models/fair/fair'
import { Agent, person } from '#tests/support/agent'

const CREATE = '/compte/sign-ins/create'

async function leads(who: Person, next?: string) {
  const browser = await Agent.visitor()
  const form = { email: `${who}@example.org`, password: PASSWORD, ...(next && { next }) }
  return (await browser.post('/compte/sign-ins', form)).location
}

const forum = () => Fair.findByOrFail('slug', 'forum')

test.group('Signing in leads', () => {
  for (const [who, path, why] of [
    ['alice', '/salon', 'a candidate to the fairs'],
    ['odile', '/salon/forum/control', 'an organiser to the control room of the fair that goes on'],
    ['olga', '/salon', 'an organiser whose fair is not open to the fairs'],
    ['adrien', '/admin', 'an administrator to the back-office'],
    ['maud', '/admin', 'a moderator to the back-office'],
    ['omar', '/postes/espace-numerique/desk', 'an operator to their desk'],
    ['rachid', '/compte/organisations', 'a recruiter to their organisations'],
    ['paula', '/compte/provider', 'a provider to their profile'],
  ] as const)
    test(why, async ({ assert }) => {
      assert.equal(await leads(who), path)
      assert.equal((await (await Agent.as(who)).get(CREATE)).location, path, 'and so does the page for visitors')
    })

  test('whoever attends a fair that goes on to their place there', async ({ assert }) => {
    const fair = await forum()
    for (const who of ['alice', 'rachid', 'maud'] as const) {
      await fair.attend(await person(who), byNobody())
      assert.equal(await leads(who), '/salon/forum/my', who)
    }
    await fair.close(byNobody())
    assert.equal(await leads('alice'), '/salon')
    assert.equal(await leads('maud'), '/admin')
  })

  test('somebody with several roles to what is most urgent', async ({ assert }) => {
    const fair = await forum()
    const maud = await person('maud')
    await fair.attend(maud, byNobody())
    await maud.grant({ role: 'organiser', fairId: fair.id }, byNobody())
    assert.equal(await leads('maud'), '/salon/forum/control')
    await maud.revoke({ role: 'organiser', fairId: fair.id }, byNobody())
    assert.equal(await leads('maud'), '/salon/forum/my')
  })

  test('an organiser of everything to the fair that was opened last', async ({ assert }) => {
    const maud = await person('maud')
    await maud.grant({ role: 'organiser' }, byNobody())
    const late = await aFair()
    assert.equal(await leads('maud'), `/salon/${late.slug}/control`)
  })

  test('to where the person was going, whoever they are', async ({ assert }) => {
    for (const who of ['alice', 'odile', 'adrien'] as const) {
      assert.equal(await leads(who, '/salon/forum?show=open'), '/salon/forum?show=open')
      assert.equal((await (await Agent.as(who)).get(`${CREATE}?next=/salon/forum`)).location, '/salon/forum')
    }
  })
})

test.group('A recruiter who signs in', () => {
  test('comes to their organisation, or to their request', async ({ assert }) => {
    const [rose, jules] = [await aUser('Rose'), await aUser('Jules')]
    const organisation = await anOrganisation({ founder: rose })
    await organisation.askToJoin(jules, {}, byUser(jules))
    assert.equal((await (await Agent.as(rose)).get(CREATE)).location, organisation.path)
    assert.equal((await (await Agent.as(jules)).get(CREATE)).location, '/compte/organisations')
  })
})
