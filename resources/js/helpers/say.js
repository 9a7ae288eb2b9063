/** A toast that the server wrote for when it cannot be asked. */
export function say(id) {
  const toast = document.getElementById(id).content.firstElementChild.cloneNode(true)
  document.getElementById(toast.id)?.remove()
  document.getElementById('toasts').append(toast)
}
