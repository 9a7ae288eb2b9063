/*
 * Good news goes by itself after a moment; an error, and one's turn, stay until they are put away. What a person has
 * had under their eyes once is not shown again on the next page; it is still unread.
 */
const LASTS = { success: 3000, info: 4000 }
const SEEN = 'tremplin-seen-news'
/** What each says, and the timer that puts it away. */
const shown = new WeakMap()

function start() {
  for (const toast of document.querySelectorAll('[data-toast]')) {
    if (seen().includes(toast.id)) toast.remove()
    else if (shown.get(toast)?.text !== toast.textContent) show(toast)
  }
}

/** What was just done has one place: another sentence there begins its own time, and does not go with the one before. */
function show(toast) {
  clearTimeout(shown.get(toast)?.timer)
  shown.set(toast, { text: toast.textContent, timer: later(toast, LASTS[toast.dataset.toast]) })
}

function later(toast, time) {
  return time && setTimeout(leave, time, toast, time)
}

/** Never under somebody's hand or keyboard. */
function leave(toast, time) {
  if (toast.matches(':hover, :focus-within')) {
    shown.get(toast).timer = later(toast, time)
    return
  }
  if (toast.id.startsWith('news-')) sessionStorage.setItem(SEEN, JSON.stringify([...seen(), toast.id].slice(-50)))
  toast.remove()
}

function seen() {
  return JSON.parse(sessionStorage.getItem(SEEN) ?? '[]')
}

document.addEventListener('click', ({ target }) => target.closest('[data-dismiss]')?.closest('.toast').remove())
document.addEventListener('htmx:after:swap', start)
start()
