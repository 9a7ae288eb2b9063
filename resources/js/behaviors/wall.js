/*
 * The screen in a hall. What has just rung stands out for a while, and is said aloud once, if somebody has switched the voice
 * on; the clock goes on, and the screen does not go to sleep.
 */
import { alerts } from '../helpers/alerts.js'
import { serverNow } from '../helpers/server_clock.js'

/** How long a call stands out (ms). */
const FRESH = 15_000
const VOICE = 'tremplin-wall-voice'

const wall = document.querySelector('[data-wall]')
const voice = wall?.querySelector('[data-voice]')
const full = wall?.querySelector('[data-fullscreen]')
/** When each ring was first seen here. */
const rung = new Map()

const { lang } = document.documentElement
const speaks = () => voice.getAttribute('aria-pressed') === 'true'

function look() {
  const now = Date.now()
  const lines = [...wall.querySelectorAll('[data-rung]:not([data-rung=""])')]
  // The oldest first, as they were called.
  const fresh = lines.filter(({ dataset }) => !rung.has(dataset.rung)).toReversed()
  for (const { dataset } of fresh) rung.set(dataset.rung, now)
  for (const line of lines) line.classList.toggle('wall__call--fresh', now - rung.get(line.dataset.rung) < FRESH)
  return fresh
}

function tell() {
  const fresh = look()
  if (fresh.length === 0 || !speaks()) return
  alerts.give('now', ['sound'])
  for (const { dataset } of fresh) say(dataset.speech)
}

function say(text) {
  const words = new SpeechSynthesisUtterance(text)
  words.lang = lang
  // A browser that was started by itself may want a hand on the button first: the button then shows it.
  words.addEventListener('error', ({ error }) => error === 'not-allowed' && voice.setAttribute('aria-pressed', 'false'))
  speechSynthesis.speak(words)
}

function switchVoice() {
  voice.setAttribute('aria-pressed', String(!speaks()))
  localStorage.setItem(VOICE, speaks() ? 'on' : '')
  if (speaks()) say(voice.dataset.said)
  else speechSynthesis.cancel()
}

function tick() {
  const clock = wall.querySelector('[data-clock]')
  const hour = new Date(serverNow()).toLocaleTimeString(lang, { hour: '2-digit', minute: '2-digit', timeZone: clock.dataset.clock })
  const text = lang === 'fr' ? hour.replace(':', '\u00A0h\u00A0').replace(/^0/, '') : hour
  if (clock.textContent !== text) clock.textContent = text
  look()
}

async function stayAwake() {
  if (document.hidden) return
  try {
    await navigator.wakeLock?.request('screen')
  } catch (error) {
    // On a weak battery the browser says no: the screen's own settings decide.
    if (error.name !== 'NotAllowedError') throw error
  }
}

if (wall) {
  voice.hidden = !('speechSynthesis' in window)
  voice.setAttribute('aria-pressed', String(!voice.hidden && localStorage.getItem(VOICE) === 'on'))
  voice.addEventListener('click', switchVoice)
  full.hidden = !document.fullscreenEnabled
  full.addEventListener('click', () =>
    document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen()
  )
  document.addEventListener('htmx:after:swap', tell)
  document.addEventListener('visibilitychange', stayAwake)
  setInterval(tick, 1000)
  for (const { dataset } of look()) rung.set(dataset.rung, 0)
  look()
  stayAwake()
}
