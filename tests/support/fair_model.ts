/*
 * The rules of the fair again, in the plainest words: lists and no database. The property test plays the same
 * moves on both and compares. Written from the specification (§1.3–1.8), not from the code under test.
 */

export type Outcome = 'done' | string

interface Entry {
  person: number
  position: number
  rank: number
  completed: boolean
  left: boolean
  /** why it is passed over, while it is */
  skip: Cause | null
}

type Cause = 'missed' | 'absent' | 'held'

/** A no-show, or a place passed over, that may be taken back; `rank` is where it was. */
interface Skip {
  entry: Entry
  stand: number
  person: number
  cause: Cause
  rank: number | null
  undone: boolean
}

interface Call {
  entry: Entry
  stand: number
  person: number
  at: number
  /** when its grace began; null while it waits for the person's other one */
  running: number | null
  until: number
  prolonged: boolean
  rungAt: number
}

/** Seconds. */
const GRACE = 180
const MORE = 120
const UNDO = 15
const RING = 30

interface ModelStand {
  slots: number
  limit: number | null
  paused: boolean
  next: number
  nextRank: number
  entries: Entry[]
}

interface ModelPerson {
  paused: boolean
  /** the stand they are inside */
  inside: number | null
  /** by stand, how their last interview there stands */
  last: Map<number, { how: 'open' | 'interrupted' | 'passed'; at: number }>
}

export class FairModel {
  open = true
  /** an organiser has put somebody in a queue, whatever its limit */
  forced = false
  /** seconds since the beginning */
  now = 0
  calls: Call[] = []
  skips: Skip[] = []
  readonly stands: ModelStand[]
  readonly people: ModelPerson[]

  constructor(stands: { slots: number; limit: number | null }[], people: number) {
    this.stands = stands.map((stand) => ({ ...stand, paused: false, next: 1, nextRank: 1, entries: [] }))
    this.people = Array.from({ length: people }, () => ({ paused: false, inside: null, last: new Map() }))
  }

  join(stand: number, person: number): Outcome {
    const s = this.stands[stand]
    const known = this.#place(stand, person)
    if (!this.open) return 'fair.refusals.join_closed'
    if (known) return known.completed ? 'fair.refusals.join_completed' : 'fair.refusals.join_twice'
    if (s.paused) return 'fair.refusals.join_paused'
    if (s.limit && this.#queue(stand).length >= s.limit) return 'fair.refusals.join_full'
    this.#arrive(s, person)
    return 'done'
  }

  force(stand: number, person: number): Outcome {
    const known = this.#place(stand, person)
    if (known) return known.completed ? 'fair.refusals.join_completed' : 'fair.refusals.join_twice'
    this.forced = true
    this.#arrive(this.stands[stand], person)
    return 'done'
  }

  remove(stand: number, person: number): Outcome {
    const place = this.#place(stand, person)
    if (!place) return 'nobody there'
    if (place.completed) return 'fair.refusals.remove_completed'
    if (this.people[person].inside === stand) this.#comeOut(person, 'interrupted')
    Object.assign(place, { left: true, skip: null })
    return 'done'
  }

  reinstate(stand: number, person: number): Outcome {
    const place = this.#place(stand, person)
    if (!place) return 'nobody there'
    if (!place.completed) return 'done'
    this.forced = true
    place.completed = false
    this.people[person].last.set(stand, { how: 'interrupted', at: this.now })
    return 'done'
  }

  /** @param to from 1; beyond the end is the end */
  move(stand: number, person: number, to: number): Outcome {
    const place = this.#place(stand, person)
    if (!place || place.completed || this.people[person].inside === stand) return place ? 'fair.refusals.not_waiting' : 'nobody there'
    const waiting = this.#waiting(stand)
    const from = waiting.indexOf(place)
    const others = waiting.filter((entry) => entry !== place)
    const index = Math.min(to, waiting.length) - 1
    if (index === from) return 'done'
    const after = others[index]?.rank
    if (after === undefined) place.rank = this.stands[stand].nextRank++
    else {
      const before = this.#ranks(stand).filter((rank) => rank < after)
      place.rank = before.length ? (Math.max(...before) + after) / 2 : after - 1
    }
    return 'done'
  }

  announce(stand: number, person: number): Outcome {
    const place = this.#place(stand, person)
    if (!place) return 'nobody there'
    const call = this.#callOf(place)
    if (!call) return 'fair.refusals.call_over'
    if (call.running === null) return 'fair.refusals.clock_waits'
    if (call.prolonged) return 'fair.refusals.announced_already'
    Object.assign(call, { prolonged: true, until: Math.min(call.until + MORE, call.at + GRACE + MORE) })
    return 'done'
  }

  comeBack(stand: number, person: number): Outcome {
    const place = this.#place(stand, person)
    if (!place) return 'nobody there'
    if (place.completed) return 'fair.refusals.not_waiting'
    place.skip = null
    return 'done'
  }

  absent(stand: number, person: number): Outcome {
    const place = this.#place(stand, person)
    if (!place) return 'nobody there'
    const call = this.#callOf(place)
    if (!call) return place.skip ? 'done' : 'fair.refusals.not_called'
    this.#miss(call, 'absent')
    return 'done'
  }

  undoAbsence(stand: number, person: number): Outcome {
    const place = this.#place(stand, person)
    if (!place) return 'nobody there'
    if (place.completed) return 'fair.refusals.not_waiting'
    const skip = this.skips.findLast(({ entry }) => entry === place)
    if (!skip) return 'fair.refusals.not_skipped'
    if (skip.undone) return 'done'
    skip.undone = true
    place.skip = null
    if (skip.rank !== null) place.rank = skip.rank
    return 'done'
  }

  callAgain(stand: number, person: number): Outcome {
    const place = this.#place(stand, person)
    if (!place) return 'nobody there'
    const call = this.#callOf(place)
    if (!call && !place.skip) return 'fair.refusals.not_called'
    if (call && this.now < call.rungAt + RING) return 'fair.refusals.rung_just_now'
    if (call) call.rungAt = this.now
    place.skip = null
    return 'done'
  }

  /** Time passes, then what is over ends: person by person, as long as something is. */
  wait(seconds: number): Outcome {
    this.now += seconds
    for (;;) {
      const due = this.calls.filter(({ until }) => until <= this.now)
      if (due.length === 0) return 'done'
      for (const person of [...new Set(due.map((call) => call.person))].toSorted((a, b) => a - b)) {
        for (const call of this.calls.filter((one) => one.person === person && one.until <= this.now))
          this.#miss(call, call.running === null ? 'held' : 'missed')
        this.settle()
      }
    }
  }

  pauseStands(paused: boolean): Outcome {
    for (const stand of this.stands) stand.paused = paused
    return 'done'
  }

  freeEveryone(): Outcome {
    for (const person of this.people.keys()) this.overrideAvailable(person)
    return 'done'
  }

  /** After each move: the calls are those of the people who may start, and each person's oldest runs. */
  settle() {
    const wanted = this.stands.flatMap((_, stand) =>
      this.called(stand).map((person) => ({ stand, person, entry: this.#place(stand, person)! }))
    )
    this.calls = this.calls.filter(({ entry }) => wanted.some((one) => one.entry === entry))
    for (const one of wanted)
      if (!this.calls.some(({ entry }) => entry === one.entry))
        this.calls.push({ ...one, at: this.now, running: null, until: this.now + GRACE + MORE, prolonged: false, rungAt: this.now })
    for (const person of this.people.keys()) {
      const mine = this.calls.filter((call) => call.person === person)
      if (mine.length === 0 || mine.some(({ running }) => running !== null)) continue
      const [first] = mine.toSorted((a, b) => a.at - b.at)
      Object.assign(first, { running: this.now, until: Math.min(this.now + GRACE, first.at + GRACE + MORE) })
    }
  }

  /** The grace that runs for this person: at which stand, and until when. */
  clock(person: number) {
    const running = this.calls.find((call) => call.person === person && call.running !== null)
    return running ? { stand: running.stand, until: running.until } : null
  }

  leave(stand: number, person: number): Outcome {
    const place = this.#place(stand, person)
    if (!place) return 'done'
    if (place.completed) return 'fair.refusals.leave_completed'
    if (this.people[person].inside === stand) return 'fair.refusals.leave_inside'
    Object.assign(place, { left: true, skip: null })
    return 'done'
  }

  start(stand: number, person: number): Outcome {
    const p = this.people[person]
    const place = this.#place(stand, person)
    if (p.inside === stand) return 'done'
    if (!place) return 'fair.refusals.not_in_queue'
    if (place.completed) return 'fair.reasons.completed'
    if (p.inside !== null) return 'fair.reasons.elsewhere'
    if (p.paused) return 'fair.reasons.paused'
    if (!this.open) return 'fair.reasons.fair_closed'
    if (this.stands[stand].paused) return 'fair.reasons.stand_paused'
    if (place.skip) return 'fair.reasons.skipped'
    if (this.#free(stand) <= 0) return 'fair.reasons.full'
    if (!this.called(stand).includes(person)) return 'fair.reasons.behind'
    this.#enter(stand, person)
    return 'done'
  }

  /** The stand marks passed whoever has been inside longest; nobody inside is no move. */
  pass(stand: number, person: number): Outcome {
    this.#place(stand, person)!.completed = true
    this.#comeOut(person, 'passed')
    this.people[person].paused = true
    return 'done'
  }

  /** Within the seconds that it is offered: as if they had not been marked passed. */
  undo(stand: number, person: number): Outcome {
    const p = this.people[person]
    const last = p.last.get(stand)
    if (!last) return 'no interview'
    if (last.how === 'open') return 'done'
    if (last.how === 'interrupted') return 'fair.refusals.interrupted'
    if (this.now > last.at + UNDO) return 'fair.refusals.undo_late'
    if (p.inside !== null) return 'fair.refusals.undo_elsewhere'
    if (this.#free(stand) <= 0) return 'fair.refusals.undo_full'
    this.#place(stand, person)!.completed = false
    this.#enter(stand, person)
    return 'done'
  }

  pausePerson(person: number): Outcome {
    if (this.people[person].inside !== null) return 'fair.refusals.status_inside'
    this.people[person].paused = true
    return 'done'
  }

  resumePerson(person: number): Outcome {
    if (this.people[person].inside !== null) return 'fair.refusals.status_inside'
    this.people[person].paused = false
    return 'done'
  }

  overrideAvailable(person: number): Outcome {
    this.#comeOut(person, 'interrupted')
    this.people[person].paused = false
    return 'done'
  }

  overridePaused(person: number): Outcome {
    this.#comeOut(person, 'interrupted')
    this.people[person].paused = true
    return 'done'
  }

  overrideInside(stand: number, person: number): Outcome {
    const place = this.#place(stand, person)
    if (!place || place.completed) return 'fair.refusals.not_waiting'
    if (this.people[person].inside === stand) return 'done'
    if (this.#inside(stand).length >= this.stands[stand].slots) return 'fair.refusals.override_full'
    this.#comeOut(person, 'interrupted')
    this.#enter(stand, person)
    return 'done'
  }

  pauseStand(stand: number, paused: boolean): Outcome {
    this.stands[stand].paused = paused
    return 'done'
  }

  setSlots(stand: number, slots: number): Outcome {
    this.stands[stand].slots = slots
    return 'done'
  }

  setOpen(open: boolean): Outcome {
    this.open = open
    return 'done'
  }

  /** R13: the first k who wait and are available, k free slots. */
  called(stand: number): number[] {
    if (!this.open || this.stands[stand].paused) return []
    const available = this.#queue(stand).filter(
      ({ person, skip }) => !skip && this.people[person].inside === null && !this.people[person].paused
    )
    return available.slice(0, Math.max(0, this.#free(stand))).map(({ person }) => person)
  }

  /** Somewhere more people are inside than there are slots now. */
  crowded() {
    return this.stands.some((_, stand) => this.#free(stand) < 0)
  }

  /** R15 */
  ahead(stand: number, person: number): number | null {
    const place = this.#place(stand, person)
    if (!place || place.completed || this.people[person].inside === stand) return null
    return this.#queue(stand).filter((other) => other.rank < place.rank && this.people[other.person].inside !== stand).length
  }

  status(person: number) {
    const { inside, paused } = this.people[person]
    return inside !== null ? 'interviewing' : paused ? 'paused' : 'available'
  }

  #place(stand: number, person: number) {
    return this.stands[stand].entries.find((entry) => entry.person === person && !entry.left)
  }

  #queue(stand: number) {
    return this.stands[stand].entries.filter((entry) => !entry.left && !entry.completed).toSorted((a, b) => a.rank - b.rank)
  }

  /** Those that somebody has, or may have again. */
  #ranks(stand: number) {
    const kept = this.skips.filter((skip) => skip.stand === stand).map(({ rank }) => rank)
    return [...this.stands[stand].entries.map(({ rank }) => rank), ...kept.filter((rank) => rank !== null)]
  }

  #waiting(stand: number) {
    return this.#queue(stand).filter(({ person }) => this.people[person].inside !== stand)
  }

  #arrive(stand: ModelStand, person: number) {
    stand.entries.push({ person, position: stand.next++, rank: stand.nextRank++, completed: false, left: false, skip: null })
  }

  #callOf(entry: Entry) {
    return this.calls.find((call) => call.entry === entry)
  }

  #miss(call: Call, cause: Cause) {
    const { entry, stand, person } = call
    this.calls = this.calls.filter((one) => one !== call)
    const again = this.skips.some((one) => one.stand === stand && one.person === person && one.cause !== 'held' && !one.undone)
    const last = again && cause !== 'held'
    this.skips.push({ entry, stand, person, cause, rank: last ? entry.rank : null, undone: false })
    entry.skip = cause
    if (last) entry.rank = this.stands[stand].nextRank++
  }

  #inside(stand: number) {
    return this.people.filter((person) => person.inside === stand)
  }

  #enter(stand: number, person: number) {
    const p = this.people[person]
    p.last.set(stand, { how: 'open', at: this.now })
    this.#place(stand, person)!.skip = null
    Object.assign(p, { inside: stand, paused: false })
  }

  #comeOut(person: number, outcome: 'interrupted' | 'passed') {
    const p = this.people[person]
    if (p.inside !== null) p.last.set(p.inside, { how: outcome, at: this.now })
    p.inside = null
  }

  #free(stand: number) {
    return this.stands[stand].slots - this.#inside(stand).length
  }
}
