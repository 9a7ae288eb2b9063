/* A form marked `data-keep` in which somebody has typed is left alone by refreshes until it is sent. */
document.addEventListener('input', ({ target }) => {
  const form = target.closest?.('[data-keep]')
  if (form) form.dataset.editing = ''
})

for (const end of ['submit', 'reset'])
  document.addEventListener(end, ({ target }) => {
    if (target.matches?.('[data-keep]')) delete target.dataset.editing
  })
