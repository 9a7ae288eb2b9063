/*
 * Actions of a live page are sent without leaving it. An answer that leads to another page is followed as a link
 * would be; one that never comes is said.
 */

import { say } from '../helpers/say.js'

document.addEventListener('htmx:before:response', (event) => {
  const { raw } = event.detail.ctx.response
  if (!raw.redirected || event.target.closest('[data-live]')) return
  const { pathname, href } = new URL(raw.url)
  if (pathname === location.pathname) return
  event.preventDefault()
  location.assign(href)
})

document.addEventListener('htmx:error', ({ target, detail }) => {
  if (detail.error instanceof TypeError && target.matches?.('form')) say('unsent')
})
