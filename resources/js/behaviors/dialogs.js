/* Buttons that open and close a dialog, for browsers that do not know `command` yet. */
const VERBS = { 'show-modal': (dialog) => dialog.showModal(), close: (dialog) => dialog.close() }

if (!('commandForElement' in HTMLButtonElement.prototype))
  document.addEventListener('click', ({ target }) => {
    const button = target.closest?.('[commandfor]')
    const dialog = button && document.getElementById(button.getAttribute('commandfor'))
    if (dialog) VERBS[button.getAttribute('command')]?.(dialog)
  })

/* What was asked has been answered: the dialog goes with the form that it sends. */
document.addEventListener('submit', ({ submitter }) => submitter?.closest('dialog')?.close())
