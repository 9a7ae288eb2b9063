/*
 * A form `data-upload` is sent by the page itself, which can then say how far its file is. What is answered, done or
 * refused, takes the place of what is shown.
 */
import htmx from 'htmx.org'

document.addEventListener('submit', (event) => {
  const form = event.target
  // Without a file there is nothing to follow: the server says what is missing.
  if (!form.matches?.('[data-upload]') || !form.querySelector('input[type="file"]').files.length) return
  event.preventDefault()
  if ('sending' in form.dataset) return
  form.dataset.sending = ''
  send(form, form.querySelector('[data-progress]'))
})

function send(form, progress) {
  const request = new XMLHttpRequest()
  request.upload.addEventListener('progress', ({ loaded, total }) => tell(progress, loaded / total))
  request.addEventListener('load', () => show(request))
  request.addEventListener('error', () => {
    delete form.dataset.sending
    progress.querySelector('[data-said]').textContent = progress.dataset.lost
  })
  tell(progress, 0)
  request.open('POST', form.action)
  request.send(new FormData(form))
}

function tell(progress, part) {
  const percent = Math.round(part * 100)
  const { sending, checking } = progress.dataset
  progress.hidden = false
  progress.querySelector('progress').value = percent
  progress.querySelector('[data-said]').textContent = percent < 100 ? sending.replace('%', `${percent} %`) : checking
}

function show({ status, responseURL, responseText }) {
  if (status < 400 && new URL(responseURL).pathname !== location.pathname) return location.assign(responseURL)
  const answer = new DOMParser().parseFromString(responseText, 'text/html')
  const main = answer.getElementById('main')
  const toast = answer.getElementById('flash-toast')
  document.getElementById('main').replaceWith(main)
  if (toast) document.getElementById('toasts').append(toast)
  htmx.process(main)
  main.focus({ preventScroll: true })
  document.dispatchEvent(new CustomEvent('htmx:after:swap', { detail: { ctx: {} } }))
}
