/*
 * Good news goes by itself after a moment; an error, and one's turn, stay until they are put away. What a person has
 * had under their eyes once is not shown again on the next page; it is still unread.
 */
const LASTS = { success: 3000, info: 4000 }
const SEEN = 'tremplin-seen-news'

function start() {
  for (const toast of document.querySelectorAll('[data-toast]:not([data-started])')) {
    if (seen().includes(toast.id)) {
      toast.remove()
      continue
    }
    toast.dataset.started = ''
    const time = LASTS[toast.dataset.toast]
    if (time) setTimeout(() => leave(toast, time), time)
  }
}

/** Never under somebody's hand or keyboard. */
function leave(toast, time) {
  if (toast.matches(':hover, :focus-within')) return setTimeout(() => leave(toast, time), time)
  if (toast.id.startsWith('news-')) sessionStorage.setItem(SEEN, JSON.stringify([...seen(), toast.id].slice(-50)))
  return toast.remove()
}

function seen() {
  return JSON.parse(sessionStorage.getItem(SEEN) ?? '[]')
}

document.addEventListener('click', ({ target }) => target.closest('[data-dismiss]')?.closest('.toast').remove())
document.addEventListener('htmx:after:swap', start)
start()
