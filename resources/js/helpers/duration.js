const NB = '\u00A0'

/** `8 min`, `1 h 20`: the same words as the server's. */
export function duration(from, to) {
  const minutes = Math.max(0, Math.floor((to - from) / 60_000))
  if (minutes < 60) return `${minutes}${NB}min`
  const rest = minutes % 60
  return `${Math.floor(minutes / 60)}${NB}h${rest ? NB + String(rest).padStart(2, '0') : ''}`
}

/** `1 h 07 min`, `2 min 05 s`, `45 s`: the same words as the server's. */
export function remaining(from, to) {
  const seconds = Math.max(0, Math.ceil((to - from) / 1000))
  if (seconds >= 3600)
    return `${Math.floor(seconds / 3600)}${NB}h${NB}${String(Math.floor((seconds % 3600) / 60)).padStart(2, '0')}${NB}min`
  const rest = `${seconds % 60}${NB}s`
  return seconds < 60 ? rest : `${Math.floor(seconds / 60)}${NB}min${NB}${rest.padStart(4, '0')}`
}
