/*
 * News on this device while no page is open. The browser is asked when the person presses the button, and never before;
 * what it answers, or cannot do, is said.
 */
const section = document.querySelector('[data-device]')

const registration = () => navigator.serviceWorker?.getRegistration('/')
const subscription = async () => (await registration())?.pushManager?.getSubscription()

function show(state) {
  for (const part of section.querySelectorAll('[data-when]')) part.hidden = part.dataset.when !== state
}

/** Where the list of devices says it, and not only the browser. */
const listed = (current) => current && section.querySelector(`[data-endpoint="${CSS.escape(current.endpoint)}"]`)

async function stateOf() {
  if (!window.isSecureContext) return 'insecure'
  if (!('serviceWorker' in navigator) || !('PushManager' in window) || !section.dataset.key) return 'unsupported'
  if (Notification.permission === 'denied') return 'refused'
  return listed(await subscription()) ? 'on' : 'ask'
}

async function subscribe(form) {
  if ((await Notification.requestPermission()) !== 'granted') return show(await stateOf())
  // Made for another key, or for whoever had this browser before.
  await (await subscription())?.unsubscribe()
  await navigator.serviceWorker.register('/sw.js')
  const { pushManager } = await navigator.serviceWorker.ready
  const made = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: section.dataset.key })
  const { endpoint, keys } = made.toJSON()
  for (const [name, value] of Object.entries({ endpoint, ...keys })) if (form.elements[name]) form.elements[name].value = value
  form.submit()
}

/** Several browsers may hold one place: a button by which one of them forgets it says which. */
async function nameItself() {
  const button = document.querySelector('[data-own-endpoint]')
  if (button) button.value = (await subscription())?.endpoint ?? 'none'
}

async function refresh() {
  show(await stateOf())
  await nameItself()
}

async function start() {
  await refresh()
  section.addEventListener('submit', async (event) => {
    const form = event.target
    if ('subscribe' in form.dataset) {
      event.preventDefault()
      await subscribe(form).catch(() => show('failed'))
    } else if (listed(await subscription())?.contains(form)) {
      await (await subscription()).unsubscribe()
    }
  })
}

if (section) {
  void start()
  document.addEventListener('htmx:after:swap', refresh)
}
