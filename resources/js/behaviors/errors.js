/* After a refused form, the summary of what is wrong is where reading starts. */
function focusSummary() {
  document.querySelector('[data-focus]')?.focus()
}

focusSummary()
document.addEventListener('htmx:after:swap', focusSummary)
