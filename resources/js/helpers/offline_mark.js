const BACK_FOR = 3000

/** The line that says that the page no longer follows by itself, and when it does again. */
export const offlineMark = {
  get element() {
    return document.getElementById('offline')
  },
  lost() {
    show(this.element, 'lost')
  },
  hide() {
    if (this.element) this.element.hidden = true
  },
  back() {
    show(this.element, 'back')
    setTimeout(() => this.element?.dataset.state === 'back' && (this.element.hidden = true), BACK_FOR)
  },
}

function show(element, state) {
  if (!element) return
  element.hidden = false
  element.dataset.state = state
  element.querySelector('[data-text]').textContent = element.dataset[state]
}
