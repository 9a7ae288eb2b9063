/*
 * A form `data-upload` is sent by the page itself, which can then say how far its file is, and that it is too large before
 * a byte is sent. What is answered, done or refused, takes the place of what is shown.
 */
import htmx from 'htmx.org'

/** Whoever listens to the page hears where it is this many times (percent). */
const STEP = 25

document.addEventListener('submit', (event) => {
  const form = event.target
  const [file] = form.matches?.('[data-upload]') ? form.querySelector('input[type="file"]').files : []
  // Without a file there is nothing to follow: the server says what is missing.
  if (!file) return
  event.preventDefault()
  if ('sending' in form.dataset) return
  const progress = form.querySelector('[data-progress]')
  if (file.size > Number(form.dataset.upload)) say(progress, 'large')
  else send(form, progress)
})

function send(form, progress) {
  const request = new XMLHttpRequest()
  const failed = () => {
    delete form.dataset.sending
    say(progress, 'lost')
  }
  request.upload.addEventListener('progress', ({ loaded, total }) => tell(progress, Math.round((loaded / total) * 100)))
  request.addEventListener('load', () => show(request) || failed())
  request.addEventListener('error', failed)
  form.dataset.sending = ''
  tell(progress, 0)
  request.open('POST', form.action)
  request.send(new FormData(form))
}

function tell(progress, percent) {
  const bar = progress.querySelector('progress')
  bar.hidden = false
  bar.value = percent
  if (percent === 100) say(progress, 'checking', false)
  else say(progress, 'sending', false, percent - (percent % STEP))
}

function say(progress, what, alone = true, percent = 0) {
  progress.hidden = false
  if (alone) progress.querySelector('progress').hidden = true
  const said = progress.querySelector('[data-said]')
  const words = progress.dataset[what].replace('%', `${percent} %`)
  if (said.textContent !== words) said.textContent = words
}

/** @returns whether it was a page of ours: what stands before the server may answer as well */
function show({ status, responseURL, responseText }) {
  const answer = new DOMParser().parseFromString(responseText, 'text/html')
  const main = answer.getElementById('main')
  if (!main) return false
  if (status < 400 && new URL(responseURL).pathname !== location.pathname) location.assign(responseURL)
  else replace(main, answer.getElementById('flash-toast'))
  return true
}

function replace(main, toast) {
  document.getElementById('main').replaceWith(main)
  if (toast) document.getElementById('toasts').append(toast)
  htmx.process(main)
  main.focus({ preventScroll: true })
  document.dispatchEvent(new CustomEvent('htmx:after:swap', { detail: { ctx: {} } }))
}
