import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import fc from 'fast-check'
import { DateTime } from 'luxon'
import { Refusal } from '#exceptions/refusal'
import { aPoste, aSite, aStation, atDesk } from '#database/factories/postes/sites'
import { meetDeadlines } from '#models/postes/deadlines'
import PosteSession from '#models/postes/poste_session'
import type Station from '#models/postes/station'
import { Room } from '#tests/support/poste_model'

const RUNS = Number(process.env.POSTES_RUNS ?? 12)
const POSTES = 2

const which = fc.nat(5)
const poste = fc.nat(POSTES - 1)
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('issue' as const), poste, minutes: fc.integer({ min: 1, max: 90 }) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('type' as const), which, poste }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('wait' as const), seconds: fc.integer({ min: 1, max: 2400 }), heard: fc.boolean() }),
  },
  fc.record({ do: fc.constant('start' as const), which }),
  fc.record({ do: fc.constant('add' as const), which, minutes: fc.integer({ min: 0, max: 130 }) }),
  fc.record({ do: fc.constant('suspend' as const), which }),
  fc.record({ do: fc.constant('resume' as const), which }),
  fc.record({ do: fc.constant('ask' as const), which, minutes: fc.integer({ min: 4, max: 61 }) }),
  fc.record({ do: fc.constant('answer' as const), which, accepted: fc.boolean() }),
  fc.record({ do: fc.constant('move' as const), which, poste }),
  fc.record({ do: fc.constant('end' as const), which }),
  // Its clock may say anything: the future, or long ago.
  fc.record({ do: fc.constant('cut' as const), which, since: fc.integer({ min: -9000, max: 9000 }) }),
  fc.record({ do: fc.constant('restore' as const), which })
)

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

/** The room of the database beside the one in plain numbers. */
class Story {
  readonly start = DateTime.utc().set({ millisecond: 0 })
  readonly room = new Room(POSTES)
  readonly sessions: { id: number; code: string }[] = []

  constructor(
    readonly site: Awaited<ReturnType<typeof aSite>>,
    readonly postes: number[],
    readonly stations: Station[]
  ) {}

  static async begin() {
    const site = await aSite({ sessionsPerDay: 50 })
    const postes = [await aPoste(site), await aPoste(site)]
    const story = new Story(
      site,
      postes.map(({ id }) => id),
      []
    )
    for (const one of postes) story.stations.push((await aStation(one)).station)
    await story.hear()
    return story
  }

  get act() {
    return atDesk(this.at(this.room.now))
  }

  at(ms: number) {
    return this.start.plus({ milliseconds: ms })
  }

  /** @returns whether the database did it */
  async try(verb: () => Promise<unknown>) {
    try {
      await verb()
      return true
    } catch (error) {
      if (error instanceof Refusal) return false
      throw error
    }
  }

  async take(step: Step): Promise<[boolean, boolean]> {
    const { room } = this
    if (step.do === 'issue') {
      const { posteId, minutes } = { posteId: this.postes[step.poste], minutes: step.minutes }
      const did = await this.try(async () => {
        const guest = await this.site.welcomeGuest(this.act)
        const session = await this.site.issue({ visitorId: guest.id, posteId, minutes }, this.act)
        this.sessions.push({ id: session.id, code: session.code! })
      })
      return [did, room.issue(step.poste, step.minutes)]
    }
    if (step.do === 'wait') {
      room.advance(step.seconds * 1000, step.heard)
      // What they say while time runs is what they said at each end.
      if (step.heard) await this.hear()
      await meetDeadlines(this.act)
      return [true, true]
    }
    const index = step.which % Math.max(1, this.sessions.length)
    const known = this.sessions[index]
    if (!known) return [true, true]
    const stay = room.stays[index]
    const session = await PosteSession.findOrFail(known.id)
    switch (step.do) {
      case 'type':
        await db.from('code_failures').delete()
        return [await this.try(() => this.stations[step.poste].enter(known.code, this.act)), room.open(stay, step.poste)]
      case 'start':
        return [await this.try(() => session.start(this.act)), room.open(stay)]
      case 'add':
        return [await this.try(() => session.addTime(step.minutes, this.act)), room.add(stay, step.minutes)]
      case 'suspend':
        return [await this.try(() => session.suspend(this.act)), room.suspend(stay)]
      case 'resume':
        return [await this.try(() => session.resume(this.act)), room.resume(stay)]
      case 'ask':
        return [await this.try(() => session.askForTime(step.minutes, this.act)), room.ask(stay, step.minutes)]
      case 'answer': {
        const asked = await db.from('extensions').where('poste_session_id', session.id).orderBy('id', 'desc').first()
        const answer = () => session.answerExtension(asked?.id ?? 0, step.accepted, this.act)
        return [await this.try(answer), room.answer(stay, step.accepted)]
      }
      case 'move':
        return [await this.try(() => session.move(this.postes[step.poste], this.act)), room.move(stay, step.poste)]
      case 'end':
        return [await this.try(() => session.end('desk', this.act)), room.end(stay)]
      case 'cut':
        room.cut(stay, room.now + step.since * 1000)
        return [await this.try(() => session.cut(this.act.at.plus({ seconds: step.since }), this.act)), true]
      case 'restore':
        return [await this.try(() => session.restore(this.act)), room.restore(stay)]
    }
  }

  async hear() {
    await db
      .from('stations')
      .whereIn(
        'id',
        this.stations.map(({ id }) => id)
      )
      .update({ seen_at: this.act.at.toJSDate() })
  }

  /** What the database says of each session, in the words of the model. */
  async told() {
    const { rows } = await db.rawQuery(
      `select s.poste_id, s.granted_seconds * 1000 as granted, s.ends_at, s.ended_at, s.started_at,
        (select r.cause from poste_runs r where r.poste_session_id = s.id order by r.id desc limit 1) as cause,
        (select coalesce(sum(extract(epoch from least(coalesce(r.ended_at, :at), coalesce(s.ends_at, r.ended_at)) - r.started_at)), 0) * 1000
          from poste_runs r where r.poste_session_id = s.id)::float8 as used
      from poste_sessions s where s.id = any(:ids) order by s.id`,
      { at: this.act.at.toJSDate(), ids: this.sessions.map(({ id }) => id) as never }
    )
    return rows.map((row: Record<string, never>) => ({
      poste: this.postes.indexOf(row.poste_id),
      granted: Number(row.granted),
      used: Math.round(row.used),
      state: row.ended_at ? 'ended' : row.ends_at ? 'running' : !row.started_at ? 'issued' : row.cause === 'cut' ? 'cut' : 'suspended',
      endsAt: row.ends_at ? (row.ends_at as Date).getTime() - this.start.toMillis() : null,
    }))
  }

  expected() {
    const { room } = this
    return room.stays.map((stay) => ({
      poste: stay.poste,
      granted: stay.granted,
      used: room.usedBy(stay),
      state: stay.state,
      endsAt: stay.runsFrom === null ? null : room.endOf(stay),
    }))
  }
}

test.group('Whatever is done in whatever order', () => {
  test('granted is used and remaining, a poste has one session, an end is an end, a code opens once and there', async ({ assert }) => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40 }), async (steps) => {
        const story = await Story.begin()
        for (const step of steps) {
          const [did, could] = await story.take(step)
          assert.equal(did, could, JSON.stringify(step))
          const told = await story.told()
          assert.deepEqual(told, story.expected(), JSON.stringify(step))
          for (const { endsAt, used, granted } of told) {
            assert.isAtMost(used, granted)
            if (endsAt !== null) assert.isAbove(endsAt, story.room.now)
          }
        }
      }),
      { numRuns: RUNS }
    )
  }).timeout(60_000)
})
