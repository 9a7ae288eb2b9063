/*
 * The live page. Parts marked `data-live="stands/12 fairs/3"` refetch their own address when the server signals one
 * of those channels. Nothing important travels on the stream: losing it only means asking more often.
 */
import htmx from 'htmx.org'
import { Later } from './helpers/later.js'
import { offlineMark } from './helpers/offline_mark.js'
import { Throttle } from './helpers/throttle.js'

/** Between two refetches of one part (ms). */
const QUIET = 250
/** Without the stream, parts are asked for this often (ms). */
const POLL = 5000
/** The server pings every 30 s: this long without a word and the stream is dead (ms). */
const SILENCE = 75_000
/** A tab that nobody looks at gives its connection back after this (ms): a browser has six for all its tabs. */
const HIDDEN = 30_000
/** A page that is watched keeps its person signed in, even when nothing happens on it (ms). */
const WATCHED = 600_000
/** The part of the moment in which what can wait is asked for. */
const LATE = 0.9
const throttle = new Throttle(QUIET)
let source
let channels = ''
let attempts = 0
let lost = false
let poll
let watchdog
let renderedAt = Number(document.querySelector('meta[name="rendered-at"]')?.content ?? Date.now())
let releaseLock
let hiding
let stopped = false
/** Parts that will refetch in a moment, because a crowd was told the same. */
const later = new Later()

const parts = () => [...document.querySelectorAll('[data-live]')]
const wanted = () => [...new Set(parts().flatMap((part) => part.dataset.live.split(' ')))].sort()

function refresh(part) {
  later.drop(part.id)
  throttle.run(part.id, () => document.contains(part) && htmx.trigger(part, 'live'))
}

function refreshAll() {
  if (!stopped) parts().forEach(refresh)
}

function connect() {
  close()
  if (stopped) return
  const list = wanted()
  channels = list.join(' ')
  if (list.length === 0) return
  const query = new URLSearchParams([...list.map((channel) => ['c', channel]), ['since', renderedAt]])
  source = new EventSource(`/live?${query}`)
  source.addEventListener('open', opened)
  source.addEventListener('error', failed)
  source.addEventListener('refresh', refreshAll)
  source.addEventListener('message', ({ data }) => received(JSON.parse(data)))
}

function close() {
  clearTimeout(watchdog)
  source?.close()
  source = undefined
}

/** Nobody is signed in any more, and the page stays for what is typed in it. */
export function stop() {
  stopped = true
  lost = false
  clearInterval(poll)
  offlineMark.hide()
  close()
}

function opened() {
  attempts = 0
  document.documentElement.dataset.stream = 'on'
  listen()
  if (!lost) return
  lost = false
  clearInterval(poll)
  offlineMark.back()
  refreshAll()
}

function failed() {
  close()
  if (stopped) return
  document.documentElement.dataset.stream = 'off'
  if (!lost) {
    lost = true
    offlineMark.lost()
    poll = setInterval(refreshAll, POLL)
  }
  const delay = Math.min(500 * 2 ** attempts++, 15_000)
  setTimeout(() => lost && connect(), delay * (0.5 + Math.random() / 2))
}

function listen() {
  clearTimeout(watchdog)
  watchdog = setTimeout(failed, SILENCE)
}

function received({ channel, payload }) {
  listen()
  const concerned = parts().filter((part) => part.dataset.live.split(' ').includes(channel))
  // Many pages told at once do not all ask at once: over how long (ms), the server knows; the part, whether it can wait.
  for (const part of concerned) {
    const calm = part.dataset.calm?.split(' ').includes(channel) && payload?.calm
    if (calm) later.within(calm, part.id, () => refresh(part), LATE)
    else if (payload?.crowd) later.within(payload.crowd, part.id, () => refresh(part))
    else refresh(part)
  }
}

/** After a swap the page may show other things. */
function sync() {
  if (!lost && wanted().join(' ') !== channels) connect()
}

/** One hidden tab of all may keep its stream, if it shows something personal: it will ring. */
function hidden() {
  clearTimeout(hiding)
  // It holds the lock already: asking again, it would find it taken by itself.
  if (releaseLock) return
  hiding = setTimeout(() => {
    if (!document.hidden) return
    if (!document.querySelector('[data-personal]') || !navigator.locks) return close()
    navigator.locks.request('tremplin-hidden-stream', { ifAvailable: true }, (lock) => {
      if (!lock) return close()
      return new Promise((resolve) => (releaseLock = resolve))
    })
  }, HIDDEN)
}

function shown() {
  clearTimeout(hiding)
  releaseLock?.()
  releaseLock = undefined
  refreshAll()
  if (!source && !lost) connect()
}

/* Looked at, or hidden with a stream of its own because it is to ring: somebody waits for what it says. */
document.addEventListener('htmx:config:request', ({ target, detail }) => {
  if (target.closest?.('[data-live]') && (!document.hidden || releaseLock)) detail.ctx.request.headers['X-Watched'] = '1'
})
setInterval(() => (!document.hidden || releaseLock) && refreshAll(), WATCHED)

document.addEventListener('visibilitychange', () => (document.hidden ? hidden() : shown()))
document.addEventListener('htmx:after:swap', ({ detail }) => {
  // The server's clock: a phone's own may be wrong by hours.
  renderedAt = Date.parse(detail.ctx.response?.headers.get('date')) || renderedAt
  sync()
})
window.addEventListener('pagehide', close)
window.addEventListener('pageshow', ({ persisted }) => persisted && (connect(), refreshAll()))
window.addEventListener('online', () => lost && connect())
window.addEventListener('offline', () => source && failed())

// What the person may no longer see is asked again as a page, which says why.
document.addEventListener('htmx:response:error', ({ target, detail }) => {
  if (target.closest('[data-live]') && [403, 404].includes(detail.ctx.response.status)) location.reload()
})

connect()
