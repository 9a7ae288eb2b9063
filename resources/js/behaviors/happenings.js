/*
 * What has just happened, as toasts besides the list that says it: none for what was there when the page came, nor for what
 * this page's own button did, which has said so; not more than three at once. Listens before toasts.js, which times them.
 */
const MOST = 3
/** A press and the news of what it did come in any order (ms). */
const OWN = 2000

const told = new Set()
let pressed = -OWN

function look() {
  const lines = [...document.querySelectorAll('[data-happening]')]
  const fresh = lines.filter(({ id }) => !told.has(id))
  for (const { id } of lines) told.add(id)
  return fresh
}

function tell() {
  const fresh = look()
  if (fresh.length === 0 || performance.now() - pressed < OWN) return
  const { other, others } = document.querySelector('[data-feed]').dataset
  const texts = fresh.slice(0, MOST).map((line) => line.querySelector('[data-text]').textContent)
  const more = fresh.length - texts.length
  if (more) texts.push(`${texts.pop()}, ${more > 1 ? others.replace('#', more) : other}`)
  texts.toReversed().forEach(show)
}

function show(text) {
  const toast = document.getElementById('happening').content.firstElementChild.cloneNode(true)
  toast.querySelector('p').textContent = text
  document.getElementById('toasts').append(toast)
}

document.addEventListener('click', ({ target }) => {
  if (target.closest?.('button[form="act"]')) pressed = performance.now()
})
document.addEventListener('htmx:after:swap', tell)
look()
