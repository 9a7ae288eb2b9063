import { test } from '@japa/runner'
import type { Assert } from '@japa/assert'
import fc from 'fast-check'
import { DateTime } from 'luxon'
import { aFair, aStand, anAttendee, byNobody } from '#database/factories/fair/fairs'
import { Refusal } from '#exceptions/refusal'
import type Attendee from '#models/fair/attendee'
import Call from '#models/fair/call'
import { expireCalls } from '#models/fair/expiring'
import type Fair from '#models/fair/fair'
import Interview from '#models/fair/interview'
import QueueEntry from '#models/fair/queue_entry'
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
const PEOPLE = 4

/** How often each is played, among the others. */
const VERBS = {
  join: 3,
  leave: 1,
  start: 6,
  pass: 4,
  undo: 3,
  resumePerson: 4,
  pausePerson: 2,
  wait: 10,
  announce: 2,
  comeBack: 8,
  absent: 3,
  undoAbsence: 2,
  callAgain: 2,
  overrideAvailable: 1,
  overridePaused: 1,
  overrideInside: 1,
  move: 2,
  force: 1,
  remove: 1,
  reinstate: 1,
  pauseStand: 1,
  resumeStand: 2,
  pauseStands: 1,
  resumeStands: 2,
  setSlots: 1,
  freeEveryone: 1,
  close: 1,
  open: 2,
}
type Verb = keyof typeof VERBS

interface Move {
  verb: Verb
  stand: number
  person: number
  slots: number
  to: number
  seconds: number
}

const move: fc.Arbitrary<Move> = fc.record({
  verb: fc.oneof(...Object.entries(VERBS).map(([verb, weight]) => ({ weight, arbitrary: fc.constant(verb as Verb) }))),
  stand: fc.nat(STANDS.length - 1),
  person: fc.nat(PEOPLE - 1),
  slots: fc.integer({ min: 1, max: 3 }),
  to: fc.integer({ min: 1, max: PEOPLE + 1 }),
  seconds: fc.constantFrom(5, 20, 100, 181, 181, 301),
})

/** Everybody waits at two stands to begin with: what follows is seldom a refusal only. */
const BEGINNING: Move[] = [0, 1].flatMap((stand) =>
  Array.from({ length: PEOPLE }, (_, who) => ({ verb: 'join' as const, stand, person: who, slots: 1, to: 1, seconds: 0 }))
)

interface World {
  model: FairModel
  fair: Fair
  stands: Stand[]
  people: Attendee[]
  began: DateTime
}

test.group('The fair as a state machine', () => {
  test('whatever is played, in whatever order, code and rules agree', async ({ assert }) => {
    await fc.assert(
      fc.asyncProperty(fc.array(move, { minLength: STEPS / 2, maxLength: STEPS, size: 'max' }), async (moves) => {
        const world = await newWorld()
        for (const one of [...BEGINNING, ...moves]) {
          const done = await real(world, one)
          assert.equal(done, predicted(world.model, one), JSON.stringify(one))
          world.model.settle()
          await compare(assert, world, one)
        }
        assert.deepEqual(await violations(world.fair.id, { crowded: world.model.crowded(), forced: world.model.forced }), [])
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
  return { model: new FairModel(STANDS, PEOPLE), fair, stands, people, began: DateTime.utc().startOf('second') }
}

function predicted(model: FairModel, move: Move): Outcome {
  switch (move.verb) {
    case 'join':
    case 'leave':
    case 'start':
    case 'undo':
    case 'overrideInside':
    case 'announce':
    case 'comeBack':
    case 'absent':
    case 'undoAbsence':
    case 'callAgain':
    case 'force':
    case 'remove':
    case 'reinstate':
      return model[move.verb](move.stand, move.person)
    case 'move':
      return model.move(move.stand, move.person, move.to)
    case 'wait':
      return model.wait(move.seconds)
    case 'freeEveryone':
      return model.freeEveryone()
    case 'pauseStands':
    case 'resumeStands':
      return model.pauseStands(move.verb === 'pauseStands')
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

async function real({ fair, stands, people, model, began }: World, move: Move): Promise<Outcome> {
  const [at, who] = [stands[move.stand], people[move.person]]
  const act = (seconds = 0) => byNobody(began.plus({ seconds: model.now + seconds }))
  const entry = await QueueEntry.query().where({ stand_id: at.id, attendee_id: who.id }).whereNull('left_at').first()
  const verbs: Record<Move['verb'], () => Promise<unknown>> = {
    join: () => at.join(who, act()),
    leave: () => at.leave(who, act()),
    start: () => at.startInterview(who, act()),
    pass: async () => at.markPassed(await interviewOf(who), act()),
    undo: async () =>
      at.undoPassed(await Interview.query().where({ stand_id: at.id, attendee_id: who.id }).orderBy('id', 'desc').firstOrFail(), act()),
    pausePerson: () => who.pause(act()),
    resumePerson: () => who.resume(act()),
    overrideAvailable: () => who.override({ status: 'available' }, act()),
    overridePaused: () => who.override({ status: 'paused' }, act()),
    overrideInside: async () => who.override({ status: 'interviewing', entryId: entry?.id ?? 0 }, act()),
    pauseStand: () => at.pause(act()),
    resumeStand: () => at.resume(act()),
    setSlots: () => at.configure({ name: at.name, slots: move.slots, queueLimit: at.queueLimit }, act()),
    announce: () => who.announce(entry!, act()),
    comeBack: () => who.comeBack(entry!, act()),
    absent: () => at.markAbsent(entry!, act()),
    undoAbsence: () => at.undoAbsence(entry!, act()),
    callAgain: () => at.callAgain(entry!, act()),
    force: () => at.force(who, act()),
    remove: () => at.remove(entry!, act()),
    reinstate: () => at.reinstate(entry!, act()),
    move: () => at.move(entry!, move.to, act()),
    wait: () => expireCalls(act(move.seconds)),
    pauseStands: () => fair.pauseStands(act()),
    resumeStands: () => fair.resumeStands(act()),
    freeEveryone: () => fair.freeEveryone(act()),
    open: () => fair.open(act()),
    close: () => fair.close(act()),
  }
  if (move.verb === 'pass' && model.people[move.person].inside !== move.stand) return 'nobody inside'
  if (NEED_A_PLACE.has(move.verb) && !entry) return 'nobody there'
  if (move.verb === 'undo' && !model.people[move.person].last.has(move.stand)) return 'no interview'
  try {
    await verbs[move.verb]()
    return 'done'
  } catch (error) {
    if (error instanceof Refusal) return error.sentence
    throw error
  }
}

const NEED_A_PLACE = new Set<Move['verb']>(['announce', 'comeBack', 'absent', 'undoAbsence', 'callAgain', 'remove', 'reinstate', 'move'])

/** After each move: who is called where, who does what, and how many stand before whom. */
async function compare(assert: Assert, { model, stands, people, began }: World, move: Move) {
  const after = `after ${JSON.stringify(move)}`
  for (const [i, one] of stands.entries())
    assert.deepEqual(
      await calledAt(one),
      model.called(i).map((index) => `P${index}`),
      `called at ${i} ${after}`
    )
  for (const [i, one] of people.entries()) assert.equal(await statusOf(one), model.status(i), `status of ${i} ${after}`)
  for (const [i, one] of people.entries()) assert.deepEqual(await clockOf(one, stands, began), model.clock(i), `clock of ${i} ${after}`)
  const ahead = model.ahead(move.stand, move.person)
  if (ahead !== null) assert.equal((await placeOf(people[move.person], stands[move.stand])).ahead, ahead, `ahead ${after}`)
}

/** The grace that runs for somebody: at which stand, and until how many seconds from the beginning. */
async function clockOf(attendee: Attendee, stands: Stand[], began: DateTime) {
  const call = await Call.query().where('attendee_id', attendee.id).whereNull('ended_at').whereNotNull('grace_started_at').first()
  return call && { stand: stands.findIndex(({ id }) => id === call.standId), until: call.expiresAt.diff(began).as('seconds') }
}
