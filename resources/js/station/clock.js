/* The server's clock, counted by ours since: whoever changes the time of the computer changes nothing here. */
const KEY = 'tremplin-station-clock'

let base = restored() ?? { server: Date.now(), counted: performance.now() }

/** What time it is there (ms). */
export const serverNow = () => base.server + (performance.now() - base.counted)

/** How far the clock of this computer is ahead (ms). */
export const ahead = () => Math.round(Date.now() - serverNow())

/** @param server what it said, between those two instants of our own count */
export function calibrate(server, asked, answered) {
  base = { server: server + (answered - asked) / 2, counted: answered }
}

/** For a start without the server: never later than it is, for somebody who puts the clock back. */
export function keep() {
  localStorage.setItem(KEY, JSON.stringify({ server: serverNow(), wall: Date.now() }))
}

/** The last instant at which this page was alive (ms of the server), before this start; null for a first one. */
export const lastAlive = read()?.server ?? null

function restored() {
  const kept = read()
  return kept && { server: kept.server + Math.max(0, Date.now() - kept.wall), counted: performance.now() }
}

function read() {
  try {
    return JSON.parse(localStorage.getItem(KEY))
  } catch {
    return null
  }
}
