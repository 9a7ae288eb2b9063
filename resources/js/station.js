/*
 * The screen of a public computer. The server is the clock and says what is shown; the time is counted here, from what it signed,
 * so that it goes on and ends while the server is away.
 */
import htmx from 'htmx.org'
import { standIn } from './station/alone.js'
import { ahead, calibrate, keep as keepClock, lastAlive, serverNow } from './station/clock.js'
import { begin, look, watchSystem } from './station/idle.js'
import { drop, keep as keepLease, mend, stored } from './station/leases.js'
import { offerScan } from './station/scan.js'
import { quiet, warn } from './station/warnings.js'

/** The server is told this often that somebody is here, and while it is away asked this often whether it is back (s). */
const BEAT = 10
const CALL = 2
/** One that says nothing for so long is away (ms): a network that swallows everything would not say so for minutes. */
const PATIENCE = 5000
/** A page that was not there for so long was in the dark (ms). */
const DARK = 15_000
/** How a session ended is shown for so long (ms), and what else a locked screen says is asked for this often (s). */
const FAREWELL = 20_500
const ROUND = 300
/** The server says that it is over a moment after it is: this long (ms), the screen does not wait for it. */
const GRACE = 1500

const root = document.querySelector('[data-station]')
const region = () => document.getElementById('station-screen')
let ticks = 0
let lostSince = null
let overAt = null
let beating = false
let isBack = false
let askedAt = Number(region().dataset.now)
let lease = null
let farewell

const say = (path, body, { method, patience } = {}) =>
  fetch(path, {
    method: method ?? 'POST',
    signal: patience ? AbortSignal.timeout(patience) : undefined,
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify(body),
  })

function refresh() {
  htmx.trigger(region(), 'live')
}

/** What the server shows, unless it is away and the time says otherwise. */
function show(screen = region().dataset.screen) {
  if (root.dataset.screen === screen) return
  root.dataset.screen = screen
  if (screen === 'locked') document.getElementById('code')?.focus()
  if (screen === 'session') begin()
  else quiet()
}

/** A new word of the server: its lease replaces the one before. */
async function heard() {
  const { lease: signed, leaseKey, screen } = region().dataset
  if (signed) await keepLease(signed, leaseKey)
  else if (screen !== 'session') drop()
  const kept = signed ? await stored() : null
  lease = kept?.lease ?? null
  show()
  clearTimeout(farewell)
  if (screen === 'over') farewell = setTimeout(refresh, FAREWELL)
}

/** What this screen counts now. */
function counted() {
  if (root.dataset.screen !== 'session' || !lease) return {}
  return { session: lease.session, left: Math.round((lease.endsAt - serverNow()) / 1000) }
}

async function beat() {
  if (beating) return
  beating = true
  const asked = performance.now()
  try {
    const told = { version: root.dataset.version, offset: ahead(), since: Math.floor(askedAt), ...counted() }
    const response = await say(`/station/heartbeats?${new URLSearchParams(told)}`, undefined, { patience: PATIENCE })
    // It stands nowhere any more: its page says how to tell it where.
    if (response.status === 403) return location.reload()
    if (!response.ok) throw new Error(`heartbeat answered ${response.status}`)
    const { now, changed } = await response.json()
    calibrate(now, asked, performance.now())
    if (!isBack) await comeBack()
    if (lostSince !== null) found()
    else if (changed) refresh()
    askedAt = now
  } catch {
    await lost()
  } finally {
    beating = false
  }
}

async function lost() {
  if (lostSince === null) {
    lostSince = serverNow()
    root.dataset.lost = 'true'
    document.querySelector('[data-unreachable]').hidden = false
    lease ??= (await stored())?.lease ?? null
  }
  hold()
}

/** The page that the worker kept is no word of the server: what was signed since is stored, and what ended since is not. */
async function beginAlone() {
  const { lease: signed, leaseKey } = region().dataset
  await mend(signed, leaseKey)
  lease = (await stored())?.lease ?? null
  hold()
}

function found() {
  lostSince = null
  delete root.dataset.lost
  document.querySelector('[data-unreachable]').hidden = true
  refresh()
}

/** Without the server: the time that was signed, as long as the site lets it run so, and no code is of any use. */
function hold() {
  const allowed = Number(region().dataset.outage) * 60_000
  if (lease && lease.endsAt <= serverNow()) over(serverNow() - lease.endsAt)
  const running = lease && serverNow() - lostSince <= allowed
  const leaving = overAt !== null && serverNow() - overAt < FAREWELL
  const screen = running ? 'session' : leaving ? 'over' : 'locked'
  const isNew = standIn(region(), screen)
  show(screen)
  if (isNew && running) count(lease.endsAt)
}

function tick() {
  ticks++
  if (ticks % (lostSince === null ? BEAT : CALL) === 0) void beat()
  if (ticks % ROUND === 0 && root.dataset.screen === 'locked' && lostSince === null) refresh()
  tellTime()
  keepClock()
  const { endsAt } = region().querySelector('[data-countdown]')?.dataset ?? {}
  const end = lease?.endsAt ?? Number(endsAt)
  if (root.dataset.screen === 'session' && end) count(end)
  if (lostSince !== null) hold()
}

const clock = root?.querySelector('[data-clock]')
const hour =
  clock &&
  new Intl.DateTimeFormat(document.documentElement.lang === 'fr' ? 'fr' : 'en-GB', {
    hour: 'numeric',
    minute: '2-digit',
    timeZone: clock.dataset.clock,
  })

function tellTime() {
  const words = hour.format(serverNow()).replace(':', document.documentElement.lang === 'fr' ? '\u00A0h\u00A0' : ':')
  if (clock.textContent !== words) clock.textContent = words
}

function count(end) {
  const left = (end - serverNow()) / 1000
  const time = region().querySelector('[data-countdown]')
  const words = spelled(left)
  if (time && time.textContent !== words) time.textContent = words
  const bar = region().querySelector('[data-bar]')
  if (bar) bar.value = Math.max(0, left)
  document.title = `${words} · ${root.dataset.name}`
  const { warnings, idleWarning, idleEnd } = region().dataset
  const granted = lease?.granted ?? bar?.max ?? Infinity
  warn({ session: lease?.session, granted, left, thresholds: warnings.split(' ').map(Number) })
  if (left <= 0) over(-left * 1000)
  else look({ warning: Number(idleWarning), end: Number(idleEnd), leave: () => void leave() })
}

async function leave() {
  try {
    const response = await say('/station/session', { reason: 'idle' }, { method: 'DELETE' })
    if (response.ok || response.status === 409) refresh()
  } catch {
    await lost()
  }
}

/** The time is over here, whoever else knows it. */
function over(late) {
  quiet()
  overAt = serverNow() - late
  standIn(region(), 'over')
  show('over')
  lease = null
  if (lostSince === null && late < GRACE * 4) setTimeout(refresh, GRACE)
}

function spelled(seconds) {
  const left = Math.max(0, Math.ceil(seconds))
  const two = (value) => String(value).padStart(2, '0')
  const hours = Math.floor(left / 3600)
  const minutes = Math.floor((left % 3600) / 60)
  return hours ? `${hours}:${two(minutes)}:${two(left % 60)}` : `${minutes}:${two(left % 60)}`
}

/**
 * The power came back, or the browser: what could not be used meanwhile is asked for as soon as the server answers, and its time is
 * known: that of a computer without power is often wrong. What it lasted ended when this page began, however long the server was away.
 */
async function comeBack() {
  const kept = await stored()
  const began = serverNow() - performance.now()
  if (kept && lastAlive !== null && began - lastAlive > DARK) {
    const response = await say('/station/outages', { lease: kept.signed, since: Math.floor(lastAlive) }, { patience: PATIENCE })
    // It is said again with the next beat.
    if (response.status >= 500) return
    refresh()
  }
  isBack = true
}

if (root) {
  const rendered = Number(region().dataset.now)
  const [navigation] = performance.getEntriesByType('navigation')
  // A page that the worker kept says what time it was then.
  if (navigation?.transferSize > 0) calibrate(rendered, navigation.responseStart, navigation.responseStart)
  document.addEventListener('htmx:after:swap', () => void heard())
  await beat()
  if (lostSince === null) await heard()
  else await beginAlone()
  // The stream knows before the next beat that the server has gone, or is back.
  new MutationObserver(() => void beat()).observe(document.documentElement, { attributeFilter: ['data-stream'] })
  new Worker('/station-ticker.js').addEventListener('message', tick)
  void watchSystem()
  void offerScan()
  void navigator.serviceWorker?.register('/station-worker.js', { scope: '/station' })
}
