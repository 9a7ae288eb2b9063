/*
 * Actions of a live page are sent without leaving it. An answer that leads to another page is followed as a link
 * would be; one that never comes is said.
 */

import { say } from '../helpers/say.js'

document.addEventListener('htmx:before:response', (event) => {
  const { raw } = event.detail.ctx.response
  if (!raw.redirected || event.target.closest('[data-live]')) return
  const { pathname, search, href } = new URL(raw.url)
  // What is unfolded is in the address: a page that says another would show what is not there.
  if (pathname + search === location.pathname + location.search) return
  event.preventDefault()
  location.assign(href)
})

document.addEventListener('htmx:error', ({ target, detail }) => {
  if (detail.error instanceof TypeError && target.matches?.('form')) say('unsent')
})
