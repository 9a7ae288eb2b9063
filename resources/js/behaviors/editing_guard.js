/* A form, or a part of a live page, marked `data-keep` in which somebody has typed is left alone by refreshes until it is sent. */
document.addEventListener('input', ({ target }) => {
  const form = target.closest?.('[data-keep]')
  if (form) form.dataset.editing = ''
})

for (const end of ['submit', 'reset'])
  document.addEventListener(end, ({ target }) => {
    // The fields of a live page's one form are anywhere in it.
    for (const one of [target, ...target.elements]) delete one.closest('[data-keep]')?.dataset.editing
  })
