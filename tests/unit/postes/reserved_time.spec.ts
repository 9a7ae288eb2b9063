import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import fc from 'fast-check'
import { DateTime } from 'luxon'
import { Refusal } from '#exceptions/refusal'
import { aPoste, aSite, atDesk, reserved } from '#database/factories/postes/sites'
import { meetDeadlines } from '#models/postes/deadlines'
import type PosteSession from '#models/postes/poste_session'
import type Reservation from '#models/postes/reservation'
import { settings } from '#services/settings'

const RUNS = Number(process.env.POSTES_RUNS ?? 8)
const START = DateTime.fromISO('2031-03-04T06:00', { zone: settings().zone })

const which = fc.nat(5)
const poste = fc.nat(1)
const minutes = fc.integer({ min: 1, max: 90 })
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('give' as const), poste, minutes, started: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('reserve' as const), poste, minutes, from: fc.integer({ min: 1, max: 120 }) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('wait' as const), seconds: fc.integer({ min: 1, max: 1800 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('honour' as const), which }) },
  fc.record({ do: fc.constant('rearrange' as const), which, poste, minutes, from: fc.integer({ min: -5, max: 60 }) }),
  fc.record({ do: fc.constant('cancel' as const), which }),
  fc.record({ do: fc.constant('start' as const), which }),
  fc.record({ do: fc.constant('add' as const), which, minutes }),
  fc.record({ do: fc.constant('suspend' as const), which }),
  fc.record({ do: fc.constant('resume' as const), which }),
  fc.record({ do: fc.constant('move' as const), which, poste }),
  fc.record({ do: fc.constant('end' as const), which })
)

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

/** A room of two postes, where people come and say when they will. */
class Story {
  now = START
  readonly sessions: PosteSession[] = []
  readonly reservations: Reservation[] = []

  constructor(
    readonly site: Awaited<ReturnType<typeof aSite>>,
    readonly postes: Awaited<ReturnType<typeof aPoste>>[]
  ) {}

  static async begin() {
    const site = await aSite({ sessionsPerDay: 50 })
    return new Story(site, [await aPoste(site), await aPoste(site)])
  }

  get act() {
    return atDesk(this.now)
  }

  async take(step: Step) {
    if (step.do === 'wait') {
      this.now = this.now.plus({ seconds: step.seconds })
      return meetDeadlines(this.act)
    }
    try {
      await this.#do(step)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
    }
  }

  async #do(step: Exclude<Step, { do: 'wait' }>) {
    const { site, postes, act } = this
    if (step.do === 'give') {
      const { minutes, started } = step
      this.sessions.push(await site.lend({ visitorId: null, posteId: postes[step.poste].id, minutes, started }, act))
    } else if (step.do === 'reserve') {
      this.reservations.push(await reserved(site, postes[step.poste], [step.from, step.from + step.minutes], act))
    } else if (step.do === 'honour' || step.do === 'rearrange' || step.do === 'cancel') {
      const one = this.reservations[step.which % Math.max(1, this.reservations.length)]
      if (!one) return
      if (step.do === 'honour') this.sessions.push(await one.honour(act))
      else if (step.do === 'cancel') await one.cancel('visitor', act)
      else {
        const startsAt = this.now.plus({ minutes: step.from })
        await one.rearrange({ posteId: postes[step.poste].id, startsAt, minutes: step.minutes }, act)
      }
    } else {
      const session = this.sessions[step.which % Math.max(1, this.sessions.length)]
      if (step.do === 'start') await session?.start(act)
      else if (step.do === 'add') await session?.addTime(step.minutes, act)
      else if (step.do === 'suspend') await session?.suspend(act)
      else if (step.do === 'resume') await session?.resume(act)
      else if (step.do === 'move') await session?.move(postes[step.poste].id, act)
      else await session?.end('desk', act)
    }
  }

  /** What must never be. A reservation that has begun is looked at as soon as the clock has been. */
  async faults() {
    const { rows } = await db.rawQuery(
      `select 'runs into a reservation' as fault from poste_sessions s join reservations r on r.poste_id = s.poste_id
        where s.site_id = :site and r.closed_at is null and s.ends_at > r.starts_at
      union all select 'ran where it was reserved' from poste_runs p join poste_sessions s on s.id = p.poste_session_id
        join reservations r on r.poste_id = p.poste_id
        where s.site_id = :site and p.ended_at is not null and p.ended_at > r.starts_at and p.started_at < least(r.ends_at, coalesce(r.closed_at, :now))
          and r.made_at <= p.started_at and (r.closed_at is null or r.closed_at > p.started_at) and r.poste_session_id is distinct from s.id
          and least(p.ended_at, coalesce(r.closed_at, p.ended_at)) > r.starts_at
      union all select 'more than granted' from poste_sessions s join poste_runs p on p.poste_session_id = s.id
        where s.site_id = :site and p.ended_at is not null group by s.id
        having sum(extract(epoch from p.ended_at - p.started_at)) > s.granted_seconds
      union all select 'waits on a poste that is somebody’s' from poste_sessions s join reservations r on r.poste_id = s.poste_id
        where s.site_id = :site and s.ended_at is null and s.ends_at is null and r.closed_at is null and r.starts_at <= :now`,
      { site: this.site.id, now: this.now.toJSDate() }
    )
    return rows
  }
}

test.group('Whatever is given and reserved in whatever order', () => {
  test('no time runs on a poste that somebody else has reserved', async ({ assert }) => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 35 }), async (steps) => {
        const story = await Story.begin()
        for (const one of steps) {
          await story.take(one)
          assert.deepEqual(await story.faults(), [], JSON.stringify(one))
        }
      }),
      { numRuns: RUNS }
    )
  }).timeout(60_000)
})
