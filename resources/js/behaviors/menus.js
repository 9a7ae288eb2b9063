/* A menu made of <details> closes with Escape, and when something else is clicked. */
function close(menu, focus) {
  menu.open = false
  if (focus) menu.querySelector('summary').focus()
}

document.addEventListener('keydown', ({ key, target }) => {
  const menu = key === 'Escape' && target.closest?.('details.menu[open]')
  if (menu) close(menu, true)
})

document.addEventListener('click', ({ target }) => {
  for (const menu of document.querySelectorAll('details.menu[open]')) if (!menu.contains(target)) close(menu)
})
