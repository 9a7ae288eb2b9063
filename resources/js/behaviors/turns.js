/* "C'est votre tour": the tab's title says so too, for whoever looks elsewhere. */
const title = () => document.title.replace(/^● /, '')

function mark() {
  const called = document.querySelector('[data-call], [data-news="fair.called"]')
  document.title = called ? `● ${title()}` : title()
}

document.addEventListener('htmx:after:swap', mark)
mark()
