import { Amounts, NB } from '#services/formats/amounts'

/** How long, and how much of it is left. */
export class Durations extends Amounts {
  /** `0427`: the number of a guest */
  guest(number: number) {
    return String(number).padStart(4, '0')
  }

  /** `12:05`, `1:02:05`: what is left (s) of a time that runs */
  countdown(seconds: number) {
    const left = Math.max(0, Math.ceil(seconds))
    const [hours, minutes] = [Math.floor(left / 3600), Math.floor((left % 3600) / 60)]
    const two = (value: number) => String(value).padStart(2, '0')
    return hours ? `${hours}:${two(minutes)}:${two(left % 60)}` : `${minutes}:${two(left % 60)}`
  }

  /** `9 h` in French, `09:00` in English: an hour of any day */
  hourOf(hour: number) {
    return this.lang === 'fr' ? `${hour}${NB}h` : `${String(hour).padStart(2, '0')}:00`
  }

  /** `8 min`, `1 h 20`: what has passed between two instants, never negative */
  duration(from: Date, to: Date) {
    const minutes = Math.max(0, Math.floor((to.getTime() - from.getTime()) / 60_000))
    if (minutes < 60) return `${minutes}${NB}min`
    const rest = minutes % 60
    return `${Math.floor(minutes / 60)}${NB}h${rest ? NB + String(rest).padStart(2, '0') : ''}`
  }

  /** A wait from `low` to `high` minutes, for a sentence that chooses its words by `shape`. */
  span({ low, high }: { low: number; high: number }) {
    const words = (minutes: number) => this.duration(new Date(0), new Date(minutes * 60_000))
    const shape = high === 0 ? 'none' : low === high ? 'about' : low === 0 ? 'under' : 'between'
    return { shape, low: high < 60 ? String(low) : words(low), high: words(high) }
  }

  /** `1 h 07 min`, `2 min 05 s`, `45 s`: what is left until an instant, never negative */
  remaining(from: Date, to: Date) {
    const seconds = Math.max(0, Math.ceil((to.getTime() - from.getTime()) / 1000))
    if (seconds >= 3600)
      return `${Math.floor(seconds / 3600)}${NB}h${NB}${String(Math.floor((seconds % 3600) / 60)).padStart(2, '0')}${NB}min`
    const rest = `${seconds % 60}${NB}s`
    return seconds < 60 ? rest : `${Math.floor(seconds / 60)}${NB}min${NB}${rest.padStart(4, '0')}`
  }

  /** `5 min`, `90 s`: how long before an end something is said (s), as a form writes it too */
  notice(seconds: number) {
    return seconds % 60 ? `${seconds}${NB}s` : `${seconds / 60}${NB}min`
  }

  /** `09:00–12:00, 14:00–17:30` as it is said: `9 h – 12 h, 14 h – 17 h 30`. */
  opening(ranges: string) {
    if (this.lang !== 'fr') return ranges
    return ranges
      .replace(/0?(\d{1,2}):(\d\d)/g, (_, hour: string, minute: string) => `${hour}${NB}h${minute === '00' ? '' : NB + minute}`)
      .replaceAll('–', `${NB}–${NB}`)
  }
}
