/*
 * "C'est votre tour": the tab's title says so too, for whoever looks elsewhere; and the browser rings or vibrates if the
 * person has agreed, once for each call.
 */
import { alerts } from '../helpers/alerts.js'

const SAID = 'tremplin-said-calls'

const title = () => document.title.replace(/^● /, '')
const said = () => JSON.parse(localStorage.getItem(SAID) ?? '[]')

function mark() {
  const calls = [...document.querySelectorAll('[data-call]')].map(({ dataset }) => dataset.call)
  document.title = calls.length ? `● ${title()}` : title()
  const fresh = calls.filter((call) => !said().includes(call))
  if (fresh.length === 0) return
  localStorage.setItem(SAID, JSON.stringify([...said(), ...fresh].slice(-50)))
  alerts.give()
}

document.addEventListener('htmx:after:swap', mark)
mark()
