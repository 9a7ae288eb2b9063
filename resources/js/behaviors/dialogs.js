/* Buttons that open and close a dialog, for browsers that do not know `command` yet. */
const VERBS = { 'show-modal': (dialog) => dialog.showModal(), close: (dialog) => dialog.close() }

if (!('commandForElement' in HTMLButtonElement.prototype))
  document.addEventListener('click', ({ target }) => {
    const button = target.closest?.('[commandfor]')
    const dialog = button && document.getElementById(button.getAttribute('commandfor'))
    if (dialog) VERBS[button.getAttribute('command')]?.(dialog)
  })

/* One that comes back open, with what is wrong in it, stands before the page again. */
function raise() {
  for (const dialog of document.querySelectorAll('dialog[open]:not(:modal)')) {
    dialog.close()
    dialog.showModal()
  }
}

raise()
document.addEventListener('htmx:after:swap', raise)

/* What was asked has been answered: the dialog goes with the form that it sends. */
document.addEventListener('submit', ({ submitter }) => submitter?.closest('dialog')?.close())
