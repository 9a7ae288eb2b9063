/*
 * "C'est votre tour": the tab's title says so too, for whoever looks elsewhere; and the browser rings or vibrates if the
 * person has agreed, once for each call, and otherwise once for each place where it is soon.
 */
import { alerts } from '../helpers/alerts.js'

const SAID = 'tremplin-said-calls'

const title = () => document.title.replace(/^● /, '')
const said = () => JSON.parse(localStorage.getItem(SAID) ?? '[]')
const shown = (name) => [...document.querySelectorAll(`[data-${name}]`)].map(({ dataset }) => dataset[name])

function mark() {
  const calls = shown('call')
  const soon = shown('soon').map((place) => `soon-${place}`)
  document.title = calls.length ? `● ${title()}` : title()
  const known = said()
  const isFresh = (one) => !known.includes(one)
  if (![...calls, ...soon].some(isFresh)) return
  localStorage.setItem(SAID, JSON.stringify([...new Set([...known, ...calls, ...soon])].slice(-80)))
  alerts.give(calls.some(isFresh) ? 'now' : 'soon')
}

document.addEventListener('htmx:after:swap', mark)
mark()
