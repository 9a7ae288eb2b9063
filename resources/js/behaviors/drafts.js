/*
 * What is typed in a form marked `data-draft`, and not sent, is there again when its person comes back to it in this tab: they
 * may open another meanwhile. The version that they had read goes with it, by which the server knows what was saved since.
 */
const keyOf = (form) => `tremplin-draft-${form.dataset.draft}`
const forms = () => document.querySelectorAll('form[data-draft]')
const fieldsOf = (form) => Object.fromEntries([...new FormData(form)].filter(([name]) => !name.startsWith('_')))

function keep(form, sent) {
  sessionStorage.setItem(keyOf(form), JSON.stringify({ fields: fieldsOf(form), sent }))
}

function resume(form) {
  const { fields, sent } = JSON.parse(sessionStorage.getItem(keyOf(form)) ?? '{}')
  if (!fields) return
  // Sent, and saved: what the server has is newer, were it the same words.
  if (sent && fields.version !== form.elements.version.value) return sessionStorage.removeItem(keyOf(form))
  if (JSON.stringify(fields) === JSON.stringify(fieldsOf(form))) return
  form.dataset.version = form.elements.version.value
  for (const [name, value] of Object.entries(fields)) form.elements[name].value = value
  form.dataset.editing = ''
  form.querySelector('[data-resumed]').hidden = false
}

/* A form that came back with its mistakes is not saved either. */
for (const form of forms())
  if ('unsaved' in form.dataset) keep(form, false)
  else resume(form)

for (const [event, sent] of [
  ['input', false],
  ['submit', true],
])
  document.addEventListener(event, ({ target }) => {
    const form = target.closest?.('form[data-draft]')
    if (form) keep(form, sent)
  })

document.addEventListener('reset', ({ target }) => {
  if (!target.dataset.draft) return
  sessionStorage.removeItem(keyOf(target))
  // The version that was read goes with what was typed: a hidden field is not reset by itself.
  if ('version' in target.dataset) target.elements.version.value = target.dataset.version
  target.querySelector('[data-resumed]').hidden = true
})
