/*
 * A session that is over by itself does not take with it what somebody is typing: the page stays, stops asking, and says
 * that sending the form leads through signing in and back. One that was ended on purpose, here or elsewhere, closes its
 * pages whatever they hold (HX-Refresh, which the server sends in both cases).
 */
import { stop } from '../live.js'
import { say } from '../helpers/say.js'

document.addEventListener('input', ({ target }) => {
  const form = target.closest?.('form[method="post"]')
  if (form) form.dataset.typed = ''
})

for (const end of ['submit', 'reset'])
  document.addEventListener(end, ({ target }) => {
    if (target.dataset) delete target.dataset.typed
  })

document.addEventListener('htmx:before:response', ({ target, detail: { ctx } }) => {
  if (ctx.response.status !== 401 || !target.closest('[data-live]')) return
  if (ctx.response.headers.get('X-Session') !== 'over' || !document.querySelector('form[data-typed]')) return
  ctx.hx.refresh = undefined
  stop()
  say('signed-out')
})
