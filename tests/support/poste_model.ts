/*
 * What a poste session is, in plain numbers: what the database must say after each step. Instants and times are ms from the
 * beginning of the story.
 */
export interface Stay {
  poste: number
  granted: number
  /** in the runs that are over */
  used: number
  runsFrom: number | null
  state: 'issued' | 'running' | 'suspended' | 'cut' | 'ended'
  /** since when its station had not been heard of, when its time ended */
  unheardSince: number | null
  asked: number | null
}

/** A minute without a word, and a station is not heard of any more. */
const SILENCE = 60_000

/** As many stays as the story has, at two postes. */
export class Room {
  now = 0
  readonly stays: Stay[] = []
  /** when the station of each poste was last heard of */
  readonly heard: number[]

  constructor(readonly postes: number) {
    this.heard = Array.from({ length: postes }, () => 0)
  }

  isFree(poste: number) {
    return !this.stays.some((stay) => stay.poste === poste && stay.state !== 'ended')
  }

  endOf({ runsFrom, granted, used }: Stay) {
    return runsFrom === null ? Infinity : runsFrom + granted - used
  }

  usedBy(stay: Stay) {
    return stay.used + (stay.runsFrom === null ? 0 : Math.min(this.now, this.endOf(stay)) - stay.runsFrom)
  }

  issue(poste: number, minutes: number) {
    if (!this.isFree(poste)) return false
    this.stays.push({ poste, granted: minutes * 60_000, used: 0, runsFrom: null, state: 'issued', unheardSince: null, asked: null })
    return true
  }

  /** Typed there, or started by the desk. */
  open(stay: Stay, poste = stay.poste) {
    if (poste !== stay.poste || stay.state === 'suspended' || stay.state === 'ended') return false
    if (stay.state !== 'running') this.#run(stay)
    return true
  }

  suspend(stay: Stay) {
    if (stay.state !== 'running') return false
    this.#stop(stay, 'suspended')
    return true
  }

  resume(stay: Stay) {
    if (stay.state !== 'suspended' && stay.state !== 'cut') return false
    this.#run(stay)
    return true
  }

  add(stay: Stay, minutes: number) {
    if (stay.state === 'ended' || minutes < 1 || minutes > 120 || stay.granted + minutes * 60_000 > 86_400_000) return false
    stay.granted += minutes * 60_000
    return true
  }

  ask(stay: Stay, minutes: number) {
    if (stay.state !== 'running' || minutes < 5 || minutes > 60) return false
    stay.asked ??= minutes
    return true
  }

  answer(stay: Stay, accepted: boolean) {
    if (stay.asked === null || (accepted && !this.add(stay, stay.asked))) return false
    stay.asked = null
    return true
  }

  move(stay: Stay, poste: number) {
    if (stay.state === 'ended') return false
    if (poste === stay.poste) return true
    if (!this.isFree(poste)) return false
    const { state } = stay
    if (state === 'running') this.#stop(stay, 'suspended')
    stay.poste = poste
    if (state === 'running') this.#run(stay)
    // What was cut there may be opened here: the desk chose this poste for it.
    return true
  }

  end(stay: Stay) {
    if (stay.state === 'ended') return false
    this.#stop(stay, 'ended')
    return true
  }

  /** The power fails: the time stops when the poste was last heard of, whatever it says itself. */
  cut(stay: Stay, since: number) {
    if (stay.state !== 'running') return
    const until = Math.min(this.now, Math.max(since, this.heard[stay.poste]))
    this.#stop(stay, 'cut', Math.max(until, stay.runsFrom!))
  }

  restore(stay: Stay) {
    if (stay.unheardSince === null || stay.state !== 'ended' || !this.isFree(stay.poste)) return false
    stay.used = this.#lastRun(stay)
    stay.state = 'cut'
    stay.unheardSince = null
    return true
  }

  /** @param heard whether the stations say that they are there meanwhile */
  advance(ms: number, heard: boolean) {
    this.now += ms
    for (const stay of this.stays) {
      const end = this.endOf(stay)
      if (end > this.now) continue
      const last = heard ? end : this.heard[stay.poste]
      this.#last.set(stay, { before: stay.used, from: stay.runsFrom!, heard: last })
      if (end - last > SILENCE) stay.unheardSince = last
      this.#stop(stay, 'ended', end)
    }
    if (heard) this.heard.fill(this.now)
  }

  readonly #last = new Map<Stay, { before: number; from: number; heard: number }>()

  /** What was used until the station was last heard of. */
  #lastRun(stay: Stay) {
    const { before, from, heard } = this.#last.get(stay)!
    return before + Math.max(0, heard - from)
  }

  #run(stay: Stay) {
    stay.runsFrom = this.now
    stay.state = 'running'
  }

  #stop(stay: Stay, state: 'suspended' | 'cut' | 'ended', until = this.now) {
    if (stay.runsFrom !== null) stay.used += until - stay.runsFrom
    stay.runsFrom = null
    stay.state = state
    if (state === 'ended') stay.asked = null
  }
}
