import { test } from '@japa/runner'
import type { Assert } from '@japa/assert'
import fc from 'fast-check'
import { aFair, aStand, anAttendee, byNobody } from '#database/factories/fair/fairs'
import { Refusal } from '#exceptions/refusal'
import type Attendee from '#models/fair/attendee'
import type Fair from '#models/fair/fair'
import Interview from '#models/fair/interview'
import type Stand from '#models/fair/stand'
import { calledAt, interviewOf, placeOf, statusOf } from '#tests/support/fair'
import { FairModel, type Outcome } from '#tests/support/fair_model'
import { violations } from '#tests/support/invariants'

/** More with FAIR_RUNS, for a soak. */
const RUNS = Number(process.env.FAIR_RUNS ?? 20)
const STEPS = 50

const STANDS = [
  { slots: 1, limit: null },
  { slots: 2, limit: null },
  { slots: 1, limit: 3 },
]
const PEOPLE = 5

const stand = fc.nat(STANDS.length - 1)
const person = fc.nat(PEOPLE - 1)
const move = fc.oneof(
  { weight: 6, arbitrary: fc.record({ verb: fc.constant('join' as const), stand, person }) },
  { weight: 6, arbitrary: fc.record({ verb: fc.constant('start' as const), stand, person }) },
  { weight: 4, arbitrary: fc.record({ verb: fc.constant('pass' as const), stand, person }) },
  { weight: 3, arbitrary: fc.record({ verb: fc.constant('undo' as const), stand, person }) },
  { weight: 4, arbitrary: fc.record({ verb: fc.constantFrom('resumePerson' as const, 'pausePerson' as const), stand, person }) },
  { weight: 2, arbitrary: fc.record({ verb: fc.constant('leave' as const), stand, person }) },
  { weight: 2, arbitrary: fc.record({ verb: fc.constantFrom('overrideAvailable' as const, 'overridePaused' as const), stand, person }) },
  { weight: 1, arbitrary: fc.record({ verb: fc.constant('overrideInside' as const), stand, person }) },
  { weight: 2, arbitrary: fc.record({ verb: fc.constantFrom('pauseStand' as const, 'resumeStand' as const), stand, person }) },
  { weight: 1, arbitrary: fc.record({ verb: fc.constant('setSlots' as const), stand, person, slots: fc.integer({ min: 1, max: 3 }) }) },
  { weight: 1, arbitrary: fc.record({ verb: fc.constantFrom('open' as const, 'close' as const), stand, person }) }
)
type Move = typeof move extends fc.Arbitrary<infer M> ? M : never

interface World {
  model: FairModel
  fair: Fair
  stands: Stand[]
  people: Attendee[]
}

test.group('The fair as a state machine', () => {
  test('whatever is played, in whatever order, code and rules agree', async ({ assert }) => {
    await fc.assert(
      fc.asyncProperty(fc.array(move, { minLength: STEPS / 2, maxLength: STEPS, size: 'max' }), async (moves) => {
        const world = await newWorld()
        for (const one of moves) {
          assert.equal(await real(world, one), predicted(world.model, one), JSON.stringify(one))
          await compare(assert, world, one)
        }
        assert.deepEqual(await violations(world.fair.id, { crowded: world.model.crowded() }), [])
      }),
      { numRuns: RUNS, endOnFailure: false }
    )
  }).timeout(600_000)
})

async function newWorld(): Promise<World> {
  const fair = await aFair()
  const stands: Stand[] = []
  for (const { slots, limit } of STANDS) stands.push(await aStand(fair, { slots, queueLimit: limit }))
  const people: Attendee[] = []
  for (let i = 0; i < PEOPLE; i++) people.push(await anAttendee(fair, `P${i}`))
  return { model: new FairModel(STANDS, PEOPLE), fair, stands, people }
}

function predicted(model: FairModel, move: Move): Outcome {
  switch (move.verb) {
    case 'join':
    case 'leave':
    case 'start':
    case 'undo':
    case 'overrideInside':
      return model[move.verb](move.stand, move.person)
    case 'pass':
      return model.people[move.person].inside === move.stand ? model.pass(move.stand, move.person) : 'nobody inside'
    case 'pauseStand':
    case 'resumeStand':
      return model.pauseStand(move.stand, move.verb === 'pauseStand')
    case 'setSlots':
      return model.setSlots(move.stand, move.slots)
    case 'open':
    case 'close':
      return model.setOpen(move.verb === 'open')
    default:
      return model[move.verb](move.person)
  }
}

async function real({ fair, stands, people, model }: World, move: Move): Promise<Outcome> {
  const [at, who] = [stands[move.stand], people[move.person]]
  const verbs: Record<Move['verb'], () => Promise<unknown>> = {
    join: () => at.join(who, byNobody()),
    leave: () => at.leave(who, byNobody()),
    start: () => at.startInterview(who, byNobody()),
    pass: async () => at.markPassed(await interviewOf(who), byNobody()),
    undo: async () =>
      at.undoPassed(
        await Interview.query().where({ stand_id: at.id, attendee_id: who.id }).orderBy('id', 'desc').firstOrFail(),
        byNobody()
      ),
    pausePerson: () => who.pause(byNobody()),
    resumePerson: () => who.resume(byNobody()),
    overrideAvailable: () => who.override({ status: 'available' }, byNobody()),
    overridePaused: () => who.override({ status: 'paused' }, byNobody()),
    overrideInside: async () => who.override({ status: 'interviewing', entryId: await entryOf(who, at) }, byNobody()),
    pauseStand: () => at.pause(byNobody()),
    resumeStand: () => at.resume(byNobody()),
    setSlots: () => at.configure({ name: at.name, slots: 'slots' in move ? move.slots : 1, queueLimit: at.queueLimit }, byNobody()),
    open: () => fair.open(byNobody()),
    close: () => fair.close(byNobody()),
  }
  if (move.verb === 'pass' && model.people[move.person].inside !== move.stand) return 'nobody inside'
  if (move.verb === 'undo' && !model.people[move.person].last.has(move.stand)) return 'no interview'
  try {
    await verbs[move.verb]()
    return 'done'
  } catch (error) {
    if (error instanceof Refusal) return error.sentence
    throw error
  }
}

async function entryOf(attendee: Attendee, at: Stand) {
  const entry = await attendee.related('entries').query().where('stand_id', at.id).whereNull('left_at').first()
  return entry?.id ?? 0
}

/** After each move: who is called where, who does what, and how many stand before whom. */
async function compare(assert: Assert, { model, stands, people }: World, move: Move) {
  const after = `after ${JSON.stringify(move)}`
  for (const [i, one] of stands.entries())
    assert.deepEqual(
      await calledAt(one),
      model.called(i).map((index) => `P${index}`),
      `called at ${i} ${after}`
    )
  for (const [i, one] of people.entries()) assert.equal(await statusOf(one), model.status(i), `status of ${i} ${after}`)
  const ahead = model.ahead(move.stand, move.person)
  if (ahead !== null) assert.equal((await placeOf(people[move.person], stands[move.stand])).ahead, ahead, `ahead ${after}`)
}
