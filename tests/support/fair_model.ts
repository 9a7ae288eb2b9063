/*
 * The rules of the fair again, in the plainest words: lists and no database. The property test plays the same
 * moves on both and compares. Written from the specification (§1.3–1.8), not from the code under test.
 */

export type Outcome = 'done' | string

interface Entry {
  person: number
  position: number
  completed: boolean
  left: boolean
}

interface ModelStand {
  slots: number
  limit: number | null
  paused: boolean
  next: number
  entries: Entry[]
}

interface ModelPerson {
  paused: boolean
  /** the stand they are inside */
  inside: number | null
  /** by stand, how their last interview there stands */
  last: Map<number, 'open' | 'interrupted' | 'passed'>
}

export class FairModel {
  open = true
  readonly stands: ModelStand[]
  readonly people: ModelPerson[]

  constructor(stands: { slots: number; limit: number | null }[], people: number) {
    this.stands = stands.map((stand) => ({ ...stand, paused: false, next: 1, entries: [] }))
    this.people = Array.from({ length: people }, () => ({ paused: false, inside: null, last: new Map() }))
  }

  join(stand: number, person: number): Outcome {
    const s = this.stands[stand]
    const known = this.#place(stand, person)
    if (!this.open) return 'fair.refusals.join_closed'
    if (known) return known.completed ? 'fair.refusals.join_completed' : 'fair.refusals.join_twice'
    if (s.paused) return 'fair.refusals.join_paused'
    if (s.limit && this.#queue(stand).length >= s.limit) return 'fair.refusals.join_full'
    s.entries.push({ person, position: s.next++, completed: false, left: false })
    return 'done'
  }

  leave(stand: number, person: number): Outcome {
    const place = this.#place(stand, person)
    if (!place) return 'done'
    if (place.completed) return 'fair.refusals.leave_completed'
    if (this.people[person].inside === stand) return 'fair.refusals.leave_inside'
    place.left = true
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
    if (last === 'open') return 'done'
    if (last === 'interrupted') return 'fair.refusals.interrupted'
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
    const available = this.#queue(stand).filter(({ person }) => this.people[person].inside === null && !this.people[person].paused)
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
    return this.#queue(stand).filter((other) => other.position < place.position && this.people[other.person].inside !== stand).length
  }

  status(person: number) {
    const { inside, paused } = this.people[person]
    return inside !== null ? 'interviewing' : paused ? 'paused' : 'available'
  }

  #place(stand: number, person: number) {
    return this.stands[stand].entries.find((entry) => entry.person === person && !entry.left)
  }

  #queue(stand: number) {
    return this.stands[stand].entries.filter((entry) => !entry.left && !entry.completed)
  }

  #inside(stand: number) {
    return this.people.filter((person) => person.inside === stand)
  }

  #enter(stand: number, person: number) {
    const p = this.people[person]
    p.last.set(stand, 'open')
    Object.assign(p, { inside: stand, paused: false })
  }

  #comeOut(person: number, outcome: 'interrupted' | 'passed') {
    const p = this.people[person]
    if (p.inside !== null) p.last.set(p.inside, outcome)
    p.inside = null
  }

  #free(stand: number) {
    return this.stands[stand].slots - this.#inside(stand).length
  }
}
