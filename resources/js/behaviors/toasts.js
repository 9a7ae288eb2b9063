/* Good news goes by itself after a moment; an error stays until it is put away. */
const LASTS = { success: 3000, info: 4000 }

function start() {
  for (const toast of document.querySelectorAll('[data-toast]:not([data-started])')) {
    toast.dataset.started = ''
    const time = LASTS[toast.dataset.toast]
    if (time) setTimeout(() => leave(toast, time), time)
  }
}

/** Never under somebody's eyes or keyboard. */
function leave(toast, time) {
  if (toast.matches(':hover, :focus-within')) setTimeout(() => leave(toast, time), time)
  else toast.remove()
}

document.addEventListener('click', ({ target }) => target.closest('[data-dismiss]')?.closest('.toast').remove())
document.addEventListener('htmx:after:swap', start)
start()
