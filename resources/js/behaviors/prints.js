/* `data-print`: a button that prints the page. Without it, the browser's own menu does. */

document.addEventListener('click', ({ target }) => {
  if (target.closest('[data-print]')) print()
})
